/**
 * Forms that state who holds or sells, or a fund's figures, and are signed: they report no events, no ownership between
 * companies, no ratings and no debt. Forms 3, 4, 5 give holdings and trades instead.
 */
const FACTLESS = /^(?:24F-2.*|D(?:\/A)?|13F-.*|40-(?:APP|17|33|6|8|24|OIP|F\/?N).*|[345](?:\/A)?|144(?:\/A)?)$/u;

/** Whether a form type is one of those that give nothing but roles (and holdings). */
export function isFactless(form: string | null): boolean {
  return FACTLESS.test(form ?? '');
}
