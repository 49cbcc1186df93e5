export { chosenEvents, type Chosen, type Weights } from './choose.ts';
export { FEATURES, featuresOf, SPEAKS } from './features.ts';
export { learn, oddsOf, shareOf, type Example, type Learning, type Tree } from './trees.ts';
export { candidatesIn, type Candidate } from '../events/candidates.ts';
