import { conformance } from './support/conformance.ts';
import { makeSqliteStores } from './support/stores.ts';

describe('the SQLite store', () => {
  conformance(makeSqliteStores);
});
