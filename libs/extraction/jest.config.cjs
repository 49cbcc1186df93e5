module.exports = { displayName: 'extraction', ...require('../../jest.preset.cjs') };
