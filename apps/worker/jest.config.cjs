module.exports = { displayName: 'worker', ...require('../../jest.preset.cjs') };
