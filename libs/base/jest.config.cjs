module.exports = { displayName: 'base', ...require('../../jest.preset.cjs') };
