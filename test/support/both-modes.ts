import { afterAll } from 'vitest';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { openTables } from '../product/tables.ts';
import type { Tables } from '../product/tables.ts';
import { openGateway } from './gateway.ts';
import type { TestGateway } from './gateway.ts';

/** A build as it is served from its indexes and from its tables, and these for plain SQL: closed after the file. */
export async function openBothModes(
  folders: Folders,
  options: Parameters<typeof openGateway>[1] = {},
): Promise<{ index: TestGateway; parquet: TestGateway; tables: Tables }> {
  const index = await openGateway(folders, { ...options, lookup: 'index' });
  const parquet = await openGateway(folders, { ...options, lookup: 'parquet' });
  const tables = await openTables(folders);
  afterAll(async () => {
    await index.close();
    await parquet.close();
    tables.close();
  });
  return { index, parquet, tables };
}
