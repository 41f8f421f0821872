import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Source } from '../../source/open-source.ts';
import { readRows } from '../../source/read-rows.ts';
import type { ReadOptions } from '../../source/read-rows.ts';

/** Chunks of rows that wait for the server. */
const WAITING = 2;

/** The rows of a part as the driver asks for them, one by one. Whoever stops asking ends the reading. */
export async function* partRows(source: Source, options: ReadOptions): AsyncGenerator<unknown[]> {
  const stopped = new AbortController();
  const chunks = new PassThrough({ objectMode: true, highWaterMark: WAITING });
  const reading = readRows(source, options, async (rows) => {
    stopped.signal.throwIfAborted();
    if (!chunks.write(rows)) await once(chunks, 'drain', { signal: stopped.signal });
    // Requests of others are answered between chunks.
    await nextTurn();
  }).then(
    () => void chunks.end(),
    (error: unknown) => void chunks.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  try {
    for await (const rows of chunks) yield* rows as unknown[][];
  } finally {
    stopped.abort();
    chunks.destroy();
    await reading;
  }
}
