import { readFileSync, writeFileSync } from 'node:fs';

import { envExample, withMadeParts } from './readme.ts';

const README = new URL('../../README.md', import.meta.url);

writeFileSync(README, withMadeParts(readFileSync(README, 'utf8')));
writeFileSync(new URL('../../.env.example', import.meta.url), envExample());
