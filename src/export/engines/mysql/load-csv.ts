import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';

import type { Connection, ResultSetHeader } from 'mysql2/promise';

import { ExportFailed } from '../../export-failed.ts';
import type { CsvFile } from '../../source/csv-file.ts';
import { rowsOf } from './connect.ts';

/** How NULL is written for LOAD DATA, without quotes; a text that is the same stands in quotes. */
export const NULL_TEXT = 'NULL';

const CHUNK_BYTES = 256 * 1024;
const SHOWN_WARNINGS = 3;

export interface LoadCsvOptions {
  csv: CsvFile;
  place: string;
  signal: AbortSignal;
}

/**
 * Sends a file into a table by LOAD DATA LOCAL. With LOCAL a server makes warnings of what are errors elsewhere, a text
 * that is cut and a row whose key is there already; so any warning, and any row that is not there, fails it.
 */
export async function loadCsv(client: Connection, { csv, place, signal }: LoadCsvOptions): Promise<number> {
  let stream: ReadStream | undefined;
  try {
    const [result] = await client.query<ResultSetHeader>({
      sql: `LOAD DATA LOCAL INFILE 'part.csv' INTO TABLE ${place} CHARACTER SET utf8mb4
            FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '' LINES TERMINATED BY '\\n'`,
      // Whichever file the server asks for, it gets this one.
      infileStreamFactory: () => {
        stream = createReadStream(csv.path, { highWaterMark: CHUNK_BYTES, signal });
        // The driver listens only while it sends.
        stream.on('error', () => undefined);
        return stream;
      },
    });
    if (result.warningStatus > 0 || result.affectedRows !== csv.rows) {
      const warnings = await rowsOf(client, `SHOW WARNINGS LIMIT ${SHOWN_WARNINGS}`);
      const said = warnings.map(([, , message]) => String(message)).join('; ');
      throw new ExportFailed(
        'DIFFERENT',
        `${place} took ${result.affectedRows} of ${csv.rows} rows, with ${result.warningStatus} warnings: ${said}`,
      );
    }
    return result.affectedRows;
  } finally {
    stream?.destroy();
  }
}
