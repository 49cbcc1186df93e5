import { chaos } from './support/chaos.ts';
import { conformance } from './support/conformance.ts';
import { questions } from './support/questions.ts';
import { lastSqliteFile, makeSqliteStores } from './support/stores.ts';

describe('the SQLite store', () => {
  conformance(makeSqliteStores);
});

describe('questions to the SQLite store', () => {
  questions(makeSqliteStores);
});

describe('the SQLite store under writers that die or come late', () => {
  chaos(makeSqliteStores, lastSqliteFile);
});
