import { expect, test } from 'vitest';

import { jsonText } from '../../../../src/http/engine/execution/json-text.ts';
import { Wait } from '../../../../src/process/wait.ts';
import { seeded } from '../../../product/random-filters.ts';

const random = seeded(3);
const ANY = { most: Infinity, wait: new Wait() };

function value(levels: number): unknown {
  const kind = random(levels === 0 ? 6 : 10);
  const leaves = [null, true, 1.5, 'text "é" \\ \u2028', '', -0, undefined];
  if (kind < 6) return leaves[random(levels === 0 ? 6 : 6)];
  if (kind < 8) return Array.from({ length: random(40) }, () => value(levels - 1));
  return Object.fromEntries(Array.from({ length: random(8) }, (_, at) => [`k"${at}`, value(levels - 1)]));
}

test('jsonText writes what JSON.stringify writes, in parts or at once', async () => {
  for (let count = 0; count < 200; count += 1) {
    const large = Array.from({ length: 30 }, () => value(4));
    expect(await jsonText(large, { characters: 1e6, ...ANY })).toBe(JSON.stringify(large));
    expect(await jsonText(large, { characters: 1, ...ANY })).toBe(JSON.stringify(large));
  }
});

test('jsonText yields to other work', async () => {
  const rows = Array.from({ length: 300_000 }, (_, id) => ({ id, name: `name ${id}` }));
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const text = await jsonText({ rows }, { characters: 1e6, ...ANY });
  clearInterval(timer);
  expect(text).toBe(JSON.stringify({ rows }));
  expect(turns).toBeGreaterThan(3);
});
