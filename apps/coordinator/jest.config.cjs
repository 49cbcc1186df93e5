module.exports = { displayName: 'coordinator', ...require('../../jest.preset.cjs') };
