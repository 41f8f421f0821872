import { readFileSync, writeFileSync } from 'node:fs';

import { withMadeParts } from './readme.ts';

const README = new URL('../../README.md', import.meta.url);

writeFileSync(README, withMadeParts(readFileSync(README, 'utf8')));
