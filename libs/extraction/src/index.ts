export * from './facts.ts';
export * from './reading/index.ts';
