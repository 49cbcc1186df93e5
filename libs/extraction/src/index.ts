export * from './facts.ts';
export * from './extract.ts';
export * from './facts-json.ts';
export * from './pretty.ts';
export * from './model/index.ts';
export * from './reading/index.ts';
