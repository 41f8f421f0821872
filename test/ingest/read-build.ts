import { closeSync, openSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { uncompressSync } from 'lz4-napi';

import { BLOCK_SUM_BYTES, readDirectory } from '../../src/formats/documents/layout.ts';
import { buildFolder, documentsFile, sortedTableFile } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import type { Manifest } from '../../src/dataset/builds/manifest.ts';
import { DOCUMENT_KINDS } from '../../src/dataset/indexes/document-kinds.ts';
import { documentIn, keysIn } from '../../src/formats/documents/block.ts';
import { NONE } from '../../src/dataset/indexes/document-view.ts';
import { SORTED_TABLES } from '../../src/dataset/indexes/sorted-tables.ts';
import { TABLES } from '../../src/dataset/tables/tables.ts';
import { tableList } from '../../src/ingest/tables/writing/table-files.ts';
import { literal, openWorkDatabase } from '../../src/ingest/jobs/work-database.ts';
import type { WorkConnection } from '../../src/ingest/jobs/work-database.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { newFolder } from '../support/folders.ts';

export interface OpenBuild extends Pick<WorkConnection, 'rows'> {
  manifest: Manifest;
  folder: string;
  close(): Promise<void>;
}

/**
 * The build that is served: its tables as views of their names, its documents as views `documents_<lookup>` of key and
 * items, the indexes of its scans as databases `index_<scan>`.
 */
export async function openBuild(folders: Folders): Promise<OpenBuild> {
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('there is no whole build');
  const folder = buildFolder(folders, manifest.buildId);
  const lines = newFolder('lines');
  const textOf = (name: string): string => join(lines, `${name}.text`);
  const database = await openWorkDatabase({
    folders: { ...folders, tmp: newFolder('read') },
    sources: DOCUMENT_KINDS.map(({ name }) => textOf(name)),
    memoryLimit: '512MiB',
    threads: 2,
  });
  await database.use(async (connection) => {
    for (const table of TABLES) {
      const files = tableList(folder, table.name);
      await connection.run(`CREATE VIEW ${table.name} AS SELECT * FROM read_parquet(${files})`);
    }
    for (const { name } of SORTED_TABLES) {
      await connection.run(`ATTACH ${literal(join(folder, sortedTableFile(name)))} AS index_${name} (READ_ONLY)`);
    }
    for (const { name, key } of DOCUMENT_KINDS) {
      const text = textOf(name);
      await writeFile(text, documentLines(join(folder, documentsFile(name))));
      await connection.run(`CREATE VIEW documents_${name} AS SELECT * FROM read_csv(${literal(text)}, delim = '\t',
        quote = '', escape = '', header = false, auto_detect = false, columns = {'${key}': 'INTEGER', items: 'VARCHAR'}, max_line_size = 10000000)`);
    }
  });
  return {
    manifest,
    folder,
    rows: (sql, values) => database.use((connection) => connection.rows(sql, values)),
    close: () => database.close(),
  };
}

/** Lines of the key and the items of each document. */
function documentLines(path: string): Buffer {
  const bytes = readFileSync(path);
  const file = openSync(path, 'r');
  const { directory, footer } = readDirectory(file, bytes.length);
  closeSync(file);
  const { keys, offsets } = directory;
  const { columns, compressed } = footer;
  const lines = [...keys].flatMap((first, index) => {
    const at = offsets.of(index);
    const packed = bytes.subarray(at, at + offsets.sizeOf(index) - BLOCK_SUM_BYTES);
    const block = compressed ? uncompressSync(packed) : packed;
    return keysIn(block, first).map((key) => {
      const found = documentIn(block, { key, first, columns }) ?? '';
      return `${key}\t${typeof found === 'string' ? found : itemsOf(found, columns)}\n`;
    });
  });
  return Buffer.from(lines.join(''));
}

/** Numbers as a file of text has them. */
export function itemsOf(numbers: Int32Array, columns: number): string {
  const rows = Array.from({ length: numbers.length / columns }, (_, row) => [
    ...numbers.subarray(row * columns, (row + 1) * columns),
  ]);
  return rows
    .map((row) => row.slice(0, row.findLastIndex((value) => value !== NONE) + 1))
    .map((row) => JSON.stringify(row.map((value) => (value === NONE ? null : value))))
    .join(',');
}
