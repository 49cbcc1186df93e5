module.exports = { displayName: 'protocol', ...require('../../jest.preset.cjs') };
