// What stands before a value in a form, above a column of a table and above a block of contacts.

function set(words: string): ReadonlySet<string> {
  return new Set(words.split('|').map((word) => word.trim()));
}

/** Labels of a person's name, folded. */
export const NAME_LABELS = set(
  'name|full name|print name|printed name|name printed|typed name|name and title|name and capacity|nombre|nom|nome|naam|name / since|signatory name|name of holder|name of director|name of officer|name of person|name of signatory',
);

/** Labels of a post, folded. */
export const POST_LABELS = set(
  'title|its|position|capacity|post|office|cargo|titre|fonction|funktion|titel|puesto|título|role|job title|title of signatory|official capacity',
);

/** Labels of whoever signs, folded. */
export const SIGN_LABELS = set('by|per|por|par|signed|signature|signed by|firma|ppa|i.v|door|durch');

/** Labels of the day and place of a signature, folded. */
export const DATE_LABELS = set('date|dated|fecha|datum|place|date signed');

/** Labels of whom to write to, folded. */
export const ATTENTION_LABELS = set('attention|attn|att|for the attention of|a/c');

/** The labels of a signature's fields together. */
export const FIELD_LABELS: ReadonlySet<string> = new Set([
  ...NAME_LABELS,
  ...POST_LABELS,
  ...SIGN_LABELS,
  ...DATE_LABELS,
]);

/** First words of the heading of a column of people. */
export const PEOPLE_COLUMNS = set(
  'name|names|nominee|nominees|director|directors|trustee|trustees|officer|officers|holder|incumbent|executive|executives|person|candidate|candidates|member|members|signature',
);

/** Words that head a column of posts. */
export const POST_COLUMNS = set(
  'position|positions|title|titles|office|offices|post|posts|capacity|role|roles|function|functions|responsibility|responsibilities|designation',
);

/** Words that head a column of careers. */
export const WORK_COLUMNS = set(
  'occupation|occupations|experience|employment|affiliation|affiliations|career|background|biography|profession',
);

/** Words that head a column of what happens to a post. */
export const CHANGE_COLUMNS = set('remark|remarks|status|change|changes|action|event');

/** Words that head a column of votes. */
export const VOTE_COLUMNS = set(
  'for|against|withheld|withhold|abstain|abstained|abstentions|abstention|broker|non-votes|voted',
);
