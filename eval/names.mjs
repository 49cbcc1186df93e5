// Whether two printed names are one, as the checks see it: stricter than the scorer, because "Alpha Holdings" may own
// "Alpha", and "Alpha plc" may own "Alpha N.V.".

const LEGAL_FORMS = new Set(
  'inc incorporated ltd limited plc ag sa nv bv corp corporation co company llc lp llp gmbh se spa ab as asa oyj kk the'.split(
    ' ',
  ),
);

const words = (name) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** An organization's name without case, accents, punctuation and legal forms. */
export function foldOrganization(name) {
  const kept = words(name).filter((word) => !LEGAL_FORMS.has(word));
  return (kept.length > 0 ? kept : words(name)).join(' ');
}

/** The legal forms that go by several spellings, by one of them. */
const SPELLINGS = { incorporated: 'inc', limited: 'ltd', corporation: 'corp', company: 'co' };

const endingOf = (name) => {
  const last = words(name).at(-1) ?? '';
  return LEGAL_FORMS.has(last) ? (SPELLINGS[last] ?? last) : null;
};

/** Whether two names are of one organization: they fold to the same, and do not end in two legal forms. */
export function sameOrganization(a, b) {
  const [one, other] = [endingOf(a), endingOf(b)];
  return foldOrganization(a) === foldOrganization(b) && (one === null || other === null || one === other);
}

/** True if every word of the shorter name, or its initial, stands in the longer one. */
export function samePerson(a, b) {
  const [short, long] = [words(a), words(b)].sort((one, other) => one.length - other.length);
  const rest = [...long];
  return short.every((word) => {
    const at = rest.findIndex(
      (other) =>
        other === word ||
        (word.length === 1 && other.startsWith(word)) ||
        (other.length === 1 && word.startsWith(other)),
    );
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
}
