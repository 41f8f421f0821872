import { afterAll, beforeAll, expect } from 'vitest';

import { openGateway } from '../../support/gateway.ts';
import type { Answer, TestGateway } from '../../support/gateway.ts';
import { buildOf } from '../source-files.ts';
import { ODD_LINES } from './odd-lines.ts';

/** Opens a build of the odd lines for the tests of a file. Answers with what asks it, in both modes, which must agree. */
export function openOddities(): (query: string) => Promise<Answer> {
  let index: TestGateway;
  let parquet: TestGateway;

  beforeAll(async () => {
    const folders = await buildOf(ODD_LINES, 'oddities');
    index = await openGateway(folders, { lookup: 'index' });
    parquet = await openGateway(folders, { lookup: 'parquet' });
  });

  afterAll(async () => {
    await index.close();
    await parquet.close();
  });

  return async (query) => {
    const { extensions: _, ...answer } = await index.query(query);
    const { extensions: _other, ...other } = await parquet.query(query);
    expect(other).toEqual(answer);
    return answer;
  };
}
