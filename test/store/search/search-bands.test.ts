import { afterAll, beforeAll, expect, test } from 'vitest';

import type { SearchFilter } from '../../../src/store/model/model.ts';
import { readWhole, TO_THE_END } from '../../../src/store/search/plain/read-matches.ts';
import type { Place } from '../../../src/store/search/ranking/found-rows.ts';
import { stagesOf } from '../../../src/store/search/stages-of.ts';
import { readQuery } from '../../../src/store/search/terms/read-query.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openGateway } from '../../support/gateway.ts';
import type { TestGateway } from '../../support/gateway.ts';

const FILTER: SearchFilter = { adult: 'EXCLUDE', includeAkas: true };
const PAGE = 40;
const MOST = 400;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openGateway((await demoBuild(0.001)).folders);
});

afterAll(() => gateway.close());

test.each([
  'the',
  'a',
  'o',
  'la',
  'of the',
  'the of',
  'episode',
  'episode 1',
  'episode 2004',
  'silence 2012',
  'эпизод',
])('reading %s band by band gives the same pages', async (text) => {
  const lease = gateway.store.acquire();
  if (lease === null) throw new Error('there is no build');
  // The lists of postings have bands of their own.
  const scan = { ...lease.readers.scan, postings: undefined };
  const query = await readQuery(scan, text);
  const { words } = stagesOf(scan, query);
  const whole = await readWhole(scan, { words, filter: FILTER, limit: MOST, reaches: () => [TO_THE_END] });
  expect(whole.length).toBeGreaterThan(0);
  const pages = [];
  for (let after: Place | undefined; pages.length < whole.length;) {
    const page = await readWhole(scan, {
      words,
      filter: FILTER,
      limit: PAGE,
      after,
      // Whole texts alone where there is a year.
      reaches: () => [
        { lastBand: 0, further: 'whole' },
        { lastBand: 1, further: query.hinted === null ? 'beginning' : 'whole' },
        TO_THE_END,
      ],
    });
    expect(page.length).toBeGreaterThan(0);
    pages.push(...page.slice(0, PAGE));
    const last = pages.at(-1);
    after = last && [last.tier, last.rank];
  }
  expect(pages.slice(0, whole.length)).toEqual(whole);
  lease.release();
});
