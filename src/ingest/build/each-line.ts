import { createReadStream } from 'node:fs';

/** A line that begins with a key and a tab, in bytes that are good until the next one. */
export interface Line {
  data: Buffer;
  /** Where it begins, where its tab is, and where it ends. */
  at: number;
  tab: number;
  end: number;
  key: number;
}

const CHUNK_BYTES = 1 << 20;
const TAB = 9;
const LINE_FEED = 10;
const ZERO = 48;

/** Reads a file to its end, line by line; `pause` may wait now and then. */
export async function eachLine(path: string, work: (line: Line) => void, pause?: () => Promise<void>): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  // One for all: there are tens of millions.
  const line: Line = { data: rest, at: 0, tab: 0, end: 0, key: 0 };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const data: Buffer = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    line.data = data;
    let at = 0;
    for (let end = data.indexOf(LINE_FEED); end !== -1; end = data.indexOf(LINE_FEED, at)) {
      let [key, tab] = [0, at];
      for (; data[tab] !== TAB; tab += 1) key = key * 10 + (data[tab] ?? 0) - ZERO;
      line.at = at;
      line.tab = tab;
      line.end = end;
      line.key = key;
      work(line);
      at = end + 1;
    }
    rest = data.subarray(at);
    await pause?.();
  }
}
