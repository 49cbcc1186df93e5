import { formTraits } from '../src/forms/index.ts';

describe('what a form tells', () => {
  it.each([
    ['8-K', { family: 'current', itemized: true, events: 'told' }],
    ['8-K12G3', { family: 'current', itemized: true }],
    ['10-K405', { family: 'periodic', quiet: true, holdings: 'table' }],
    ['10-Q/A', { family: 'periodic', holdings: 'sentences' }],
    ['40-F', { family: 'periodic', facts: 'all' }],
    ['40-F/N', { family: 'other', facts: 'roles', events: 'none' }],
    ['40-APP', { facts: 'roles', events: 'none' }],
    ['DEFM14A', { family: 'proxy', quiet: true, holdings: 'table' }],
    ['424B5', { family: 'prospectus', holdings: 'table' }],
    ['424A', { family: 'prospectus', holdings: 'sentences' }],
    ['SC TO-T/A', { family: 'tender', offer: 'company' }],
    ['SC TO-I', { family: 'tender', offer: 'own shares' }],
    ['SC 13D/A', { events: 'holding', holdings: 'schedule 13' }],
    ['SCHEDULE 13G', { events: 'holding', holdings: 'schedule 13' }],
    ['4', { facts: 'roles', events: 'holding', holdings: 'section 16' }],
    ['4/A', { holdings: 'section 16' }],
    ['425', { family: 'other', facts: 'all', events: 'told' }],
    ['D', { facts: 'roles', events: 'none' }],
    ['DEL AM', { facts: 'all', events: 'told' }],
    ['13F-HR', { facts: 'roles', events: 'none' }],
    ['S-11', { family: 'prospectus' }],
    ['S-8', { family: 'other', facts: 'all', events: 'none' }],
  ])('%s', (form, traits) => {
    expect(formTraits(form)).toMatchObject(traits);
  });

  it('of a type that is not known is what any filing may tell, as without a type', () => {
    expect(formTraits('X-NEW')).toEqual(formTraits(null));
    expect(formTraits(null)).toMatchObject({ family: 'other', facts: 'all', events: 'told', quiet: false });
  });
});
