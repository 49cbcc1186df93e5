// The words that posts are named with. A title is a phrase with a head in it; whole titles are listed nowhere.

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** Nouns that name a post, folded. A title ends in one of these or has one before "of". */
export const POST_NOUNS = set(
  'ceo cfo coo presidents cto cio cmo cso cao cro cco ciso evp svp avp vp vice-president president chairman chairwoman chairperson chair vice-chairman vice-chair ' +
    'co-chairman co-chair co-ceo co-president director directors officer treasurer secretary controller comptroller manager counsel partner principal founder ' +
    'co-founder cofounder head member members trustee attorney-in-fact attorney signatory analyst economist engineer geologist consultant ' +
    'advisor adviser spokesperson spokesman spokeswoman auditor accountant lawyer professor commissioner minister governor ' +
    'ambassador representative executive chief rector actuary administrator superintendent specialist ' +
    'associate scientist researcher physician surgeon investigator deputy general-manager director-general procurator chancellor ' +
    'banker strategist supervisor observer editor editor-in-chief employee owner leader senator mayor receiver designee proxy ' +
    'cashier publisher clerk coordinator liaison ombudsman ' +
    'administrateur administratrice administrador administradora président présidente presidente presidenta directeur directrice ' +
    'directora diretor diretora gerente vorstand vorstandsmitglied geschäftsführer prokurist aufsichtsrat',
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
    'attending trust lending qualified authorized authorised resident permanent special clinical adjunct visiting distinguished political federal state governor-general equity portfolio fund ' +
    'credit capital markets wealth private retail wholesale consumer enterprise network networks wireless mobile online software hardware systems solutions ' +
    'additional whole-time wholetime nominee statutory standing substitute staff-elected employee-elected delegated regular titular ' +
    'retired current then deputy-general long-term sole registrant head vice-chairman',
);

/** Heads that are initials: "CAO" is a post, "Cao" a surname. */
export const ACRONYM_HEADS = set('ceo cfo coo cto cio cmo cso cao cro cco vp evp svp avp');

/** Right behind a title these make it a word of theirs: "director compensation", "officer severance plan". */
export const THINGS_OF_POSTS = set(
  'compensation policy policies plan plans program programs fees fee retainer retainers independence severance pay remuneration ' +
    'bonus bonuses nominees candidates nominations elections indemnification certification certifications questionnaire questionnaires training',
);
