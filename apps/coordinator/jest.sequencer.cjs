const { default: Sequencer } = require('@jest/test-sequencer');

// The files that take longest, longest first: if one of them began last, it would run alone at the end.
const LONGEST = [
  'docs',
  'run',
  'backup',
  'model-services',
  'model-absent',
  'bad-input',
  'places',
  'terminate',
  'operations',
];

const rank = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.endsWith(`/${name}.spec.ts`));
  return at === -1 ? LONGEST.length : at;
};

module.exports = class extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
