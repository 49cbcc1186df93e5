module.exports = { displayName: 'edgar', ...require('../../jest.preset.cjs') };
