module.exports = { displayName: 'graph', ...require('../../jest.preset.cjs') };
