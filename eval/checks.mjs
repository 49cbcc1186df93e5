// Counters over all filings that may be read: facts that cannot be true whatever a filing says.
import { relative } from 'node:path';

import { inThreads } from './extract.mjs';
import { foldOrganization, sameOrganization, samePerson } from './names.mjs';
import { readableFilings, shared } from './places.mjs';
import { openFilings } from './sets.mjs';

/** Words by which a text says that several people share a post. */
const SHARED_POST = /\b(?:co-|co\s|joint)/i;

function selfOwnership({ ownership }) {
  return ownership.filter(({ parent, child }) => sameOrganization(parent, child)).map((fact) => [fact]);
}

function ownEachOther({ ownership }) {
  const pairs = ownership.map((fact) => [foldOrganization(fact.parent), foldOrganization(fact.child), fact]);
  return pairs.flatMap(([parent, child, fact], at) => {
    const back = pairs
      .slice(at + 1)
      .find(([otherParent, otherChild]) => otherParent === child && otherChild === parent);
    return back === undefined || parent === child ? [] : [[fact, back[2]]];
  });
}

function beginsAfterFiling({ roles }, filed) {
  return roles
    .filter(({ status, from }) => status === 'current' && from !== null && filed !== null && from > filed)
    .map((fact) => [fact]);
}

/** Two people who hold the only post of its class at an organization, unless the text says that they share it. */
const twoHold = (role) =>
  function two({ roles }) {
    const holders = roles.filter((fact) => fact.role === role && fact.status === 'current');
    return holders.flatMap((one, at) => {
      const other = holders
        .slice(at + 1)
        .find(
          (next) =>
            foldOrganization(next.organization) === foldOrganization(one.organization) &&
            !samePerson(next.person, one.person),
        );
      const said =
        other !== undefined && [one, other].some(({ title, quote }) => SHARED_POST.test(`${title} ${quote}`));
      return other === undefined || said ? [] : [[one, other]];
    });
  };

/** By name: what must not be, as a function from a filing's facts and its day to groups of facts that offend. */
export const CHECKS = {
  'owns itself': selfOwnership,
  'own each other': ownEachOther,
  'current post begins after the filing': beginsAfterFiling,
  'two current CEOs': twoHold('ceo'),
  'two current CFOs': twoHold('cfo'),
};

/**
 * How often each check is offended over every readable filing, and where: offences are { check, file, facts }. Those of
 * filings that are held out are counted, not shown.
 */
export async function checkAll() {
  const paths = readableFilings();
  const answers = await inThreads(paths.map((path) => ({ path })));
  const offences = answers.flatMap(({ facts, filed }, nth) =>
    Object.entries(CHECKS).flatMap(([check, find]) =>
      find(facts, filed).map((offending) => ({ check, file: relative(shared, paths[nth]), facts: offending })),
    ),
  );
  const countOf = (check) => offences.filter((offence) => offence.check === check).length;
  const counts = Object.fromEntries(Object.keys(CHECKS).map((check) => [check, countOf(check)]));
  const facts = answers.reduce((sum, { facts: { roles, ownership } }) => sum + roles.length + ownership.length, 0);
  const open = new Set(openFilings().map((path) => relative(shared, path)));
  return { filings: paths.length, facts, counts, offences: offences.filter(({ file }) => open.has(file)) };
}

const shown = (fact) =>
  'parent' in fact
    ? `${fact.parent} -${fact.kind}-> ${fact.child} [${fact.source}]`
    : `${fact.person}, ${fact.title}, ${fact.organization}, ${fact.status} from ${String(fact.from)} [${fact.source}]`;

/** Prints where each check was offended, and the counts. */
export async function runChecks({ json }) {
  const found = await checkAll();
  const { filings, facts, counts, offences } = found;
  if (json) return void process.stdout.write(`${JSON.stringify(found)}\n`);
  for (const { check, file, facts: offending } of offences) {
    process.stdout.write(`${check}: ${file}\n`);
    for (const fact of offending) process.stdout.write(`    ${shown(fact)}\n      ${fact.quote.slice(0, 300)}\n`);
  }
  for (const [check, count] of Object.entries(counts))
    process.stdout.write(`${check.padEnd(40)} ${String(count).padStart(5)}\n`);
  process.stdout.write(`${String(filings)} filings, ${String(facts)} posts and ownerships\n`);
}
