import type { Reading } from '../reading/index.ts';

const PLACE =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}-]{2,24}(?:\s\p{Lu}[\p{L}-]{2,24})?)\s(?:(?:gold|silver|copper|zinc|nickel|uranium|oil|gas|mineral|exploration|polymetallic|coal|iron\sore)\s)?(?:[Pp]rojects?|[Pp]ropert(?:y|ies)|[Mm]ines?|[Dd]eposits?|[Ff]ields?|[Pp]rospects?|[Cc]oncessions?|[Ll]icen[cs]es?|[Cc]laims?|[Bb]locks?|[Pp]lants?|[Rr]efinery|[Pp]ipelines?|[Vv]essels?|[Tt]erminals?)(?![\p{L}])/gu;

/** Where something stands: "a plant in Lindby". */
const SEAT =
  /(?<![\p{L}])(?:located|based|situated|plants?|facilit(?:y|ies)|offices?|factory|warehouse|stores?|headquarters|headquartered|city|town|state|province)\s(?:in|at|of|near)\s(\p{Lu}[\p{L}-]{2,24}(?:\s\p{Lu}[\p{L}-]{2,24})?)(?![\p{L}])/gu;

/** Names that the filing gives to mines, fields, plants, ships and towns: what is held of those is no company. */
export function placeNames(reading: Reading): ReadonlySet<string> {
  return new Set(
    [...reading.text.matchAll(PLACE), ...reading.text.matchAll(SEAT)].map((match) => match[1]!.replace(/\s+/gu, ' ')),
  );
}
