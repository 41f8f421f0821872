import { createReadStream } from 'node:fs';

/** Lines that begin with a key and a tab, as places in bytes that are good until the next ones are asked for. */
export interface Lines {
  data: Buffer;
  count: number;
  /** Of each line where it begins, where its tab is, where it ends, and its key. */
  at: Uint32Array;
  tab: Uint32Array;
  end: Uint32Array;
  key: Uint32Array;
}

const CHUNK_BYTES = 1 << 20;
/** A key, a tab and the line feed. */
const LEAST_LINE_BYTES = 3;
const TAB = 9;
const LINE_FEED = 10;
const ZERO = 48;

/** Reads a file to its end, some ten thousand lines at a time. */
export async function* linesOfFile(path: string): AsyncGenerator<Lines> {
  let rest: Buffer = Buffer.alloc(0);
  let lines = roomFor(0);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const data: Buffer = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    if (data.length > LEAST_LINE_BYTES * lines.at.length) lines = roomFor(data.length);
    const read = findLines(data, lines);
    yield lines;
    rest = data.subarray(read);
  }
}

function roomFor(bytes: number): Lines {
  const most = Math.ceil(bytes / LEAST_LINE_BYTES);
  const [at, tab, end, key] = Array.from({ length: 4 }, () => new Uint32Array(most)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  return { data: Buffer.alloc(0), count: 0, at, tab, end, key };
}

/** Finds the whole lines, and says where the last one ends. */
function findLines(data: Buffer, lines: Lines): number {
  let [count, from] = [0, 0];
  for (let end = data.indexOf(LINE_FEED); end !== -1; end = data.indexOf(LINE_FEED, from)) {
    let [key, tab] = [0, from];
    for (; data[tab] !== TAB; tab += 1) key = key * 10 + (data[tab] ?? 0) - ZERO;
    lines.at[count] = from;
    lines.tab[count] = tab;
    lines.end[count] = end;
    lines.key[count] = key;
    count += 1;
    from = end + 1;
  }
  lines.data = data;
  lines.count = count;
  return from;
}
