/** Which row of a list is selected: by key, so that it survives a refresh, and where it stood, should it go. */
export interface Cursor {
  /** null: the first row, whatever it is. */
  readonly key: string | null;
  readonly index: number;
}

export const AT_TOP: Cursor = { key: null, index: 0 };

/** The selected row in `keys`; -1 in an empty list. */
export function cursorIndex(cursor: Cursor, keys: readonly string[]): number {
  if (keys.length === 0) return -1;
  if (cursor.key === null) return 0;
  const found = keys.indexOf(cursor.key);
  return found >= 0 ? found : Math.min(cursor.index, keys.length - 1);
}

/** The cursor on row `index` of `keys`, as near as there is one. The first row of a feed is followed. */
export function cursorAt(keys: readonly string[], index: number): Cursor {
  const place = Math.max(0, Math.min(index, keys.length - 1));
  return place === 0 ? AT_TOP : { key: keys[place] ?? null, index: place };
}

/** The cursor with the place where its row stands now. */
export function refreshCursor(cursor: Cursor, keys: readonly string[]): Cursor {
  if (cursor.key === null) return cursor;
  const index = cursorIndex(cursor, keys);
  return index === cursor.index || index < 0 ? cursor : { key: cursor.key, index };
}

/** The first visible row of a list of `count` rows of which `height` fit: the selected one is kept in the middle. */
export function windowTop(count: number, index: number, height: number): number {
  return Math.max(0, Math.min(index - Math.floor(height / 2), count - height));
}
