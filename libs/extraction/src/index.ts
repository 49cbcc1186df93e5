export * from './facts.ts';
export * from './reading/index.ts';
export { extractEvents } from './events/index.ts';
export { extractHoldings, extractTrades } from './holdings/index.ts';
export { extractDebt, extractRatings } from './instruments/index.ts';
export { extractOwnership } from './ownership/index.ts';
