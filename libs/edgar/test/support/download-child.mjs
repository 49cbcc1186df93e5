// Downloads until it is killed: node download-child.mjs SEC_URL DIR. Runs from the built package.
import { downloadFilings } from '@filigree/edgar';

const [secUrl, dir] = process.argv.slice(2);
await downloadFilings({ year: 2010, quarter: 2, forms: ['6-K'], userAgent: 'Test test@example.com', secUrl, dir });
