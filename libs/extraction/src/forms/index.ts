export { formTraits } from './forms.ts';
export type { Family, FormTraits } from './forms.ts';
