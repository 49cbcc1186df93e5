// Its tests mostly wait for processes that they have started: with one at a time, a core would often stand idle.
module.exports = {
  displayName: 'coordinator',
  ...require('../../jest.preset.cjs'),
  maxWorkers: 3,
  testSequencer: '<rootDir>/jest.sequencer.cjs',
};
