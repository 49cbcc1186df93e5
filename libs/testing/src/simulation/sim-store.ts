/** A graph that holds for each filing what it says and the token that wrote it, with the fence of the real stores. */
export class SimStore {
  /** Highest epoch that served it. */
  epoch = 0;
  /** Off only to show that the simulation would notice. */
  isFenced = true;
  readonly filings = new Map<string, { token: number; value: string }>();

  /** Goes on only if the stored token is older; the same token again changes nothing. */
  write(accession: string, token: number, value: string): 'written' | 'stale' {
    const before = this.filings.get(accession);
    if (this.isFenced && before !== undefined && before.token > token) return 'stale';
    this.filings.set(accession, { token, value });
    return 'written';
  }
}
