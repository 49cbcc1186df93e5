function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** Nouns that name a post, folded. A title ends in one of these or has one before "of". */
export const POST_NOUNS = set(
  'ceo cfo coo cto cio cmo cso cao cro cco ciso evp svp avp vp vice-president president chairman chairwoman chairperson chair vice-chairman vice-chair ' +
    'co-chairman co-chair co-ceo co-president director directors officer treasurer secretary controller comptroller manager counsel partner principal founder ' +
    'co-founder cofounder head member members trustee attorney-in-fact attorney signatory analyst economist engineer geologist consultant ' +
    'advisor adviser spokesperson spokesman spokeswoman auditor accountant lawyer professor commissioner minister governor ' +
    'ambassador representative executive chief rector actuary administrator superintendent specialist ' +
    'associate scientist researcher physician surgeon investigator deputy general-manager director-general procurator chancellor ' +
    'banker strategist supervisor observer editor editor-in-chief employee owner leader senator mayor receiver designee proxy',
);

/** Words that stand before a post noun within a title, folded. */
export const POST_MODIFIERS = set(
  'senior sr executive exec vice deputy chief group managing general assistant associate asst corporate independent non-executive nonexecutive nonexecutive external ' +
    'outside acting interim global regional national international first second third lead joint co founding honorary emeritus outgoing incoming former ' +
    'ex past principal financial finance operating operations operational technology technical information marketing commercial legal ' +
    'compliance risk investment strategy strategic development business administrative administration accounting accounts account medical scientific science ' +
    'creative human resources people sales product production brand revenue digital data security communications communication public affairs relations ' +
    'investor investors media press company board executive advisory supervisory fiscal audit remuneration compensation nominating nomination presiding ' +
    'project exploration mining mine country area division divisional branch department departmental section unit treasury tax internal controls planning research ' +
    'engineering manufacturing supply procurement purchasing environmental health safety quality customer client service services north south east west european ' +
    'asia asia-pacific pacific emea americas latin american us uk new full-time part-time alternate designated certified chartered registered ' +
    'qualified authorized authorised resident permanent special clinical adjunct visiting distinguished political federal state governor-general equity portfolio fund ' +
    'credit capital markets wealth private retail wholesale consumer enterprise network networks wireless mobile online software hardware systems solutions ' +
    'additional whole-time wholetime nominee statutory standing substitute staff-elected employee-elected delegated regular titular ' +
    'current then deputy-general long-term sole registrant head vice-chairman',
);

const ACRONYMS = set('ceo cfo coo cto cio cmo cso cao cro cco vp evp svp avp');

/** Whether a printed word names a post. "CAO" does, "Cao" is a surname. */
export function isPostNoun(word: string): boolean {
  const folded = titleWord(word);
  return (
    POST_NOUNS.has(folded) && (!ACRONYMS.has(folded) || !/\p{Ll}/u.test(word.replace(/[’']s$/, '')) || word === folded)
  );
}

/** Whether a word ends in 's. */
export function isPossessive(word: string): boolean {
  return word.endsWith('’s') || word.endsWith("'s");
}

/** Folded form of a title's word: lower case, dots out. */
export function titleWord(word: string): string {
  const folded = word.toLowerCase();
  const plain = folded.includes('.') ? folded.replaceAll('.', '') : folded;
  return isPossessive(plain) ? plain.slice(0, -2) : plain;
}
