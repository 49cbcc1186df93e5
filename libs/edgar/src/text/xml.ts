import { tokenizeHtml } from './html-tokens.ts';
import { decodeEntities, foldSpace } from './inline.ts';
import type { PieceList } from './pieces.ts';

const DEEPEST = 100;
// A fund's list of holdings may have half a million values, each with a block ten times its own size in memory. Beyond so
// many records of one list, values stand in the text alone, so that there is room for the signature behind it.
const MOST_RECORDS = 2000;

/** Where elements of one name stand in the form: one of these a place, however many elements stand there. */
interface Place {
  readonly name: string;
  readonly path: string;
  readonly below: Map<string, Place>;
}

/** An element that is open. */
interface Open {
  readonly place: Place;
  /** It is one of a long list, or stands within one that is. */
  readonly bulk: boolean;
  /** Its last element, and how many of that name stand one after the other. */
  last: Place | null;
  repeated: number;
}

function placeBelow(parent: Place, name: string): Place {
  let place = parent.below.get(name);
  if (place === undefined) {
    place = { name, path: parent.path === '' ? name : `${parent.path}/${name}`, below: new Map() };
    parent.below.set(name, place);
  }
  return place;
}

/** Reads the values of one form. */
class XmlValues {
  readonly #source: string;
  readonly #into: PieceList;
  readonly #open: Open[] = [{ place: { name: '', path: '', below: new Map() }, bulk: false, last: null, repeated: 0 }];
  #value = '';

  constructor(source: string, into: PieceList) {
    this.#source = source;
    this.#into = into;
  }

  text(from: number, to: number): void {
    this.#value += decodeEntities(this.#source.slice(from, to));
  }

  characters(from: number, to: number): void {
    this.#value += this.#source.slice(from, to);
  }

  open(lowerName: string, from: number, to: number): void {
    this.#endValue();
    if (lowerName === 'xml' || lowerName === 'xbrl' || this.#source.charCodeAt(to - 2) === 47) return;
    if (this.#open.length > DEEPEST) return;
    const parent = this.#top();
    const name = this.#source.slice(from + 1, from + 1 + lowerName.length);
    const place = placeBelow(parent.place, name.slice(name.indexOf(':') + 1));
    parent.repeated = parent.last === place ? parent.repeated + 1 : 1;
    parent.last = place;
    const bulk = parent.bulk || parent.repeated > MOST_RECORDS;
    this.#open.push({ place, bulk, last: null, repeated: 0 });
  }

  close(lowerName: string): void {
    this.#endValue();
    const local = lowerName.slice(lowerName.indexOf(':') + 1);
    if (this.#open.length > 1 && this.#top().place.name.toLowerCase() === local) this.#open.pop();
  }

  finish(): void {
    this.#endValue();
  }

  #endValue(): void {
    const text = foldSpace(this.#value).trim();
    this.#value = '';
    if (text === '') return;
    const { place, bulk } = this.#top();
    if (bulk) this.#into.pushText(text);
    else this.#into.push({ kind: 'row', text, cells: [{ text, column: 0 }], table: 0, path: place.path });
  }

  #top(): Open {
    return this.#open[this.#open.length - 1]!;
  }
}

/**
 * Every value of an XML form becomes a row with one cell, its place in the form in `path`. Of a list of more than 2,000
 * records, those beyond stand in the text alone. Linear in the length of the source.
 */
export function readXml(source: string, into: PieceList): void {
  const values = new XmlValues(source, into);
  tokenizeHtml(source, values);
  values.finish();
}
