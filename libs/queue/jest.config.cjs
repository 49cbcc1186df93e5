module.exports = { displayName: 'queue', ...require('../../jest.preset.cjs') };
