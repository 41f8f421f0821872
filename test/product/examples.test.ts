import { expect, test } from 'vitest';

import { readExamples } from '../../src/service/examples.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';

const EXAMPLES = readExamples();

/** Lists and fields that came back empty, by their path. A field may be null where it is not in the data. */
function emptyLists(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return value.length === 0 ? [path] : value.flatMap((item, at) => emptyLists(item, `${path}[${at}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => emptyLists(field, `${path}.${name}`));
}

test.each(['index', 'parquet'] as const)('examples have data from the demo build in the mode %s', async (lookup) => {
  const { folders } = await demoBuild(0.01);
  const gateway = await openGateway(folders, { lookup });
  try {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(7);
    for (const { title, query } of EXAMPLES) {
      const { data, errors } = await gateway.query(query);
      expect(errors, title).toBeUndefined();
      const fields = Object.entries(data as Record<string, unknown>);
      expect(fields.length, title).toBeGreaterThan(0);
      for (const [name, value] of fields) expect(value, `${title}: ${name}`).toBeTruthy();
      const empty = emptyLists(data).filter((path) => !/\.(types|knownFor|genres)$/.test(path));
      expect(empty, title).toEqual([]);
    }
  } finally {
    await gateway.close();
  }
});

test('examples answer the same in both modes', async () => {
  const { folders } = await demoBuild(0.01);
  const index = await openGateway(folders, { lookup: 'index' });
  const parquet = await openGateway(folders, { lookup: 'parquet' });
  try {
    for (const { title, query } of EXAMPLES) {
      const [one, other] = [await index.query(query), await parquet.query(query)];
      expect(other.data, title).toEqual(one.data);
    }
  } finally {
    await index.close();
    await parquet.close();
  }
});
