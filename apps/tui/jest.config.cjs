module.exports = { displayName: 'tui', ...require('../../jest.preset.cjs') };
