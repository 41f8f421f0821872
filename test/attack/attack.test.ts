import { expect, onTestFinished, test } from 'vitest';

import { seeded } from '../product/random-filters.ts';
import { demoBuild } from '../support/demo-build.ts';
import { ATTACKS } from './attacks.ts';
import { dearDocuments } from './dearest.ts';
import type { InsideView } from './inside.ts';
import { createProbes } from './probes.ts';
import { many, send } from './send.ts';
import { startTarget } from './target.ts';

const ROUNDS = 2;
/** What memory may vary by between two rounds that do the same, more or less. */
const MOST_GROWTH_MIB = 700;
const HEARD_WITHIN_MS = 5000;
/** What each attack is answered with, where there is room for it. */
const ANSWERS: Readonly<Record<string, string>> = {
  'nested pages of 168 bytes': '400 COST_LIMIT_EXCEEDED',
  'nested default pages': '400 COST_LIMIT_EXCEEDED',
  'nested pages whose clients leave': '200',
  'circles of types': '400 COST_LIMIT_EXCEEDED',
  'a thousand aliases of a title': '200 GRAPHQL_PARSE_FAILED',
  'a hundred aliases of a list': '200',
  'aliases of searches': '200',
  'aliases of facets': '200',
  'aliases of careers': '200',
  'aliases of all episodes, sorted': '200',
  'a field 1,100 times': '200 GRAPHQL_VALIDATION_FAILED',
  'a field 4,000 times': '200 GRAPHQL_VALIDATION_FAILED',
  'fields twice at each of ten levels': '200',
  'a field twice at each of 90 levels, by fragments': '200',
  directives: '200 GRAPHQL_PARSE_FAILED',
  'unknown directives': '200 GRAPHQL_VALIDATION_FAILED',
  'unknown fields': '200 GRAPHQL_VALIDATION_FAILED',
  'fragments that double': '400 COST_LIMIT_EXCEEDED',
  'fragments in a chain of 500': '400 GRAPHQL_VALIDATION_FAILED',
  'fragments in a chain of 1,000': '400 GRAPHQL_VALIDATION_FAILED',
  'fragments in a circle': '400 GRAPHQL_VALIDATION_FAILED',
  'fragments that overlap': '200',
  introspection: '200',
  'introspection 200 times in one document': '200',
  'introspection in circles': '200 GRAPHQL_VALIDATION_FAILED',
  'regular expressions': '200',
  'a large filter, echoed by facets': '200',
  'a filter of 4 kB, echoed 3,000 times': '400 COST_LIMIT_EXCEEDED',
  'a filter of 4 kB, echoed as often as is let through': '200',
  'echoes of filters that nobody reads': 'closed',
  'a value of 70 kB that is wrong in 60 places': '200 BAD_USER_INPUT',
  '20,000 braces': '200 GRAPHQL_PARSE_FAILED',
  'lists in lists': '200 GRAPHQL_PARSE_FAILED',
  'ten thousand ids': '200 BAD_USER_INPUT',
  'bodies of 90 kB': '200',
  'bodies of 10 MB': '413 PAYLOAD_TOO_LARGE',
  batches: '400 BAD_USER_INPUT',
  'large answers, 30 at once': '200',
  'deep answers, 30 at once': '200',
  'what people are known for, 30 at once': '200',
  'a thousand small queries at once': '200',
  'a thousand of 3,900 points': '200',
  'a thousand of 39,000 points': '200',
  'a thousand requests on one socket': '200+503',
  'heads that never end': 'closed',
  'answers that nobody reads': 'closed',
  'sockets beyond the most': 'closed',
  'two hosts': '400',
};
/** What some of an attack's requests may be answered with beside that, as the machine has time for them. */
const BESIDE: Readonly<Record<string, RegExp>> = {
  'nested pages whose clients leave': /^(?:left|200|cut off)$/,
  // Some are answered, the others refused, and the socket is closed.
  'a thousand requests on one socket': /^(?:200|503|200\+503|closed)$/,
  // Where the stack ends, which is as the compiler has it.
  'lists in lists': /^200 GRAPHQL_(?:PARSE|VALIDATION)_FAILED$/,
};
/** What is let through may be refused all the same while too much of it runs, waits or is unread. */
const OVERLOADED = /^(?:200|503) OVERLOADED$/;
/** What the documents of the generator are answered with. */
const DEAR = '200';

/** All attacks, and what a generator makes up: `npm run attack` says how long others wait meanwhile. */
test('a server under attack answers others, keeps no memory, and stops when it is told to', async () => {
  const { folders } = await demoBuild(0.001);
  const target = await startTarget(folders.meta);
  let isRunning = true;
  onTestFinished(async () => {
    if (isRunning) await target.stop?.();
  });
  const dear = dearDocuments(seeded(2), { count: 10, most: 2_000_000 });
  const made = dear.map((query) => ({ name: query, run: (url: string) => many(4, () => send(url, query)) }));
  const views: InsideView[] = [];
  const probes = createProbes(target.url);
  onTestFinished(() => probes.end());
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, run } of [...ATTACKS, ...made]) {
      const { value: outcomes, probes: seen } = await probes.during(() => run(target.url));
      expect({ name, failed: seen.failed }).toEqual({ name, failed: 0 });
      expect(seen.sent, name).toBeGreaterThan(0);
      const answer = ANSWERS[name] ?? DEAR;
      const beside = BESIDE[name] ?? (answer === DEAR ? OVERLOADED : undefined);
      const answers = [...outcomes.keys()].filter((outcome) => outcome === answer || beside?.test(outcome) !== true);
      const isPartial = name in BESIDE && answers.length === 0;
      expect({ name, answers }).toEqual({ name, answers: isPartial ? [] : [answer] });
    }
    views.push((await target.look?.()) ?? expect.fail('the server is not seen from inside'));
  }
  const [first, last] = [views[0], views.at(-1)];
  expect(last?.heapMib).toBeLessThan((first?.heapMib ?? 0) + 30);
  expect(last?.residentMib).toBeLessThan((first?.residentMib ?? 0) + MOST_GROWTH_MIB);
  const end = await target.stop?.();
  isRunning = false;
  expect(end?.code).toBe(0);
  expect(end?.heardMs).toBeLessThan(HEARD_WITHIN_MS);
}, 600_000);
