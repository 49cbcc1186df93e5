// Legal forms, one spelling each: the first word of a row, after case, accents and full stops are folded.
// Forms that mean different things stay different (a plc is no ltd); spellings and translations of one form are one.
const ROWS: readonly (readonly string[])[] = [
  ['inc', 'incorporated', 'incorporation'],
  ['corp', 'corporation', 'corporacion', 'corporate'],
  ['co', 'company', 'cia', 'companhia', 'compania', 'compagnie', 'cie'],
  ['ltd', 'limited', 'ltda', 'limitada', 'limitee', 'ltee'],
  ['plc', 'public limited company', 'public limited co', 'p l c'],
  ['llc', 'limited liability company', 'limited liability co', 'l l c'],
  ['lp', 'limited partnership', 'l p'],
  ['llp', 'limited liability partnership', 'l l p'],
  ['sa', 'sociedad anonima', 'societe anonyme', 'sociedade anonima', 's a'],
  ['sab', 'sociedad anonima bursatil', 's a b'],
  ['de cv', 'de capital variable', 'de c v'],
  ['spa', 'societa per azioni', 's p a'],
  ['srl', 's r l', 'societa a responsabilita limitata'],
  ['sarl', 's a r l'],
  ['nv', 'naamloze vennootschap', 'n v'],
  ['bv', 'besloten vennootschap', 'b v'],
  ['ag', 'aktiengesellschaft', 'a g'],
  ['kgaa', 'k g a a'],
  ['gmbh', 'gesellschaft mit beschrankter haftung'],
  ['se', 'societas europaea', 's e'],
  ['asa', 'allmennaksjeselskap'],
  ['as', 'aksjeselskap', 'aktieselskab', 'a s'],
  ['ab', 'aktiebolag', 'aktiebolaget'],
  ['oyj', 'julkinen osakeyhtio'],
  ['oy', 'osakeyhtio'],
  ['kk', 'kabushiki kaisha', 'k k'],
  ['bhd', 'berhad'],
  ['sdn bhd', 'sendirian berhad'],
  ['pty', 'proprietary'],
  ['pte', 'private'],
  ['ojsc', 'oao', 'open joint stock company', 'open joint stock co'],
  ['jsc', 'joint stock company', 'joint stock co'],
  ['tbk', 'terbuka'],
];

interface Spelling {
  readonly words: readonly string[];
  readonly form: readonly string[];
}

const SPELLINGS: readonly Spelling[] = ROWS.flatMap(([form = '', ...others]) =>
  [form, ...others].map((spelling) => ({ words: spelling.split(' '), form: form.split(' ') })),
).sort((a, b) => b.words.length - a.words.length);

const FORMS: ReadonlySet<string> = new Set(ROWS.map(([form = '']) => form).flatMap((form) => form.split(' ')));

/** Folded words with each legal form in its one spelling. The first word of a name is never taken for a legal form. */
export function spellLegalForms(words: readonly string[]): string[] {
  const result: string[] = words.slice(0, 1);
  let at = 1;
  while (at < words.length) {
    const found = SPELLINGS.find(({ words: spelling }) =>
      spelling.every((word, offset) => words[at + offset] === word),
    );
    if (found === undefined) {
      result.push(words[at] ?? '');
      at++;
    } else {
      result.push(...found.form);
      at += found.words.length;
    }
  }
  return result;
}

/** Whether a folded word is (part of) a legal form in its one spelling. */
export function isLegalForm(word: string): boolean {
  return FORMS.has(word);
}
