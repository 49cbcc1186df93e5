// When posts begin and end: of the labelled days of posts that were found, how many the facts carry.
import { foldOrganization, samePerson } from './names.mjs';

/** "2012" and "2012-01-01" agree: a label says what the filing prints, a fact may fill it up. */
const agree = (label, said) => said.startsWith(label) || label.startsWith(said);

const samePost = (label, fact) =>
  label.role === fact.role &&
  label.status === fact.status &&
  foldOrganization(label.organization) === foldOrganization(fact.organization) &&
  samePerson(label.person, fact.person);

/** { labelled, same, other, absent } over the begins and ends that labels tell of posts which were found. */
export function termsOf(filings, extracted) {
  const terms = { labelled: 0, same: 0, other: 0, absent: 0 };
  for (const { path, labels } of filings)
    for (const label of labels.roles ?? []) {
      const fact = extracted.get(path).facts.roles.find((one) => samePost(label, one));
      for (const key of ['from', 'to']) {
        if (fact === undefined || typeof label[key] !== 'string') continue;
        terms.labelled += 1;
        terms[fact[key] === null ? 'absent' : agree(label[key], fact[key]) ? 'same' : 'other'] += 1;
      }
    }
  return terms;
}
