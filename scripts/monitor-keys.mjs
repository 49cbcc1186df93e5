// Writes the monitor's key table into docs/monitor.md, between its marks. Needs a build: npm run build.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keysMarkdown } from '../apps/tui/dist/ui/keys.js';

const doc = fileURLToPath(new URL('../docs/monitor.md', import.meta.url));
const before = readFileSync(doc, 'utf8');
const after = before.replace(
  /<!-- keys -->[\s\S]*<!-- \/keys -->/,
  () => `<!-- keys -->\n\n${keysMarkdown()}\n\n<!-- /keys -->`,
);
if (after !== before) writeFileSync(doc, after);
