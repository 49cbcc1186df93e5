export type * from './types.ts';
export { isMergerVehicle } from './names.ts';
export { makeReading } from './make-reading.ts';
export { differByForm, foldName, foldSpace, organizationKey, personWords, samePerson } from './fold.ts';
export { withoutOverlaps } from './spans.ts';
