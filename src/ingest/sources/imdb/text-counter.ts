import type { RejectedLine } from '../../../dataset/builds/manifest.ts';

/** DuckDB allots sixteen times as much for reading. The longest lines of IMDb have some ten thousand bytes. */
export const MAX_LINE_BYTES = 2 << 20;
export const MAX_SAMPLES = 5;
export const MAX_SAMPLE_CHARACTERS = 200;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const MAX_HEADER_BYTES = 4096;
/** A character has four bytes at most. */
const HEAD_BYTES = 4 * MAX_SAMPLE_CHARACTERS;

/** Counts the lines of a text that comes in chunks, and those that DuckDB must not be given. */
export class TextCounter {
  bytes = 0;
  lines = 0;
  /** DuckDB passes over empty lines without a word. */
  emptyLines = 0;
  header = Buffer.alloc(0);
  headerDone = false;
  /** Lines that hold a carriage return, which DuckDB takes for the end of a line or fails at. */
  returns = 0;
  /** Lines that DuckDB drops for their length: it does not count all of them. */
  tooLong = 0;
  readonly samples: RejectedLine[] = [];
  /** Bytes so far of the line that has not ended, its beginning, and whether it holds a carriage return. */
  #lineBytes = 0;
  #head = Buffer.alloc(0);
  #hasReturn = false;

  /** Bytes so far of the line that has not ended. */
  get openBytes(): number {
    return this.#lineBytes;
  }

  add(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (!this.headerDone) this.#readHeader(chunk);
    let from = 0;
    let nextReturn = chunk.indexOf(CARRIAGE_RETURN);
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      const length = this.#lineBytes + end - from;
      this.lines += 1;
      if (length === 0) this.emptyLines += 1;
      const hasReturn = nextReturn !== -1 && nextReturn < end;
      if (hasReturn || this.#hasReturn || length > MAX_LINE_BYTES) {
        this.#takeOdd(chunk.subarray(from, end), { hasReturn: hasReturn || this.#hasReturn });
      }
      if (hasReturn) nextReturn = chunk.indexOf(CARRIAGE_RETURN, end);
      this.#lineBytes = 0;
      this.#hasReturn = false;
      from = end + 1;
    }
    if (from === chunk.length) return;
    const rest = chunk.subarray(from);
    this.#head = this.#headWith(rest);
    this.#lineBytes += rest.length;
    this.#hasReturn ||= nextReturn !== -1;
  }

  /** Counts a last line that does not end with a line feed. */
  end(): void {
    if (this.#lineBytes === 0) return;
    this.lines += 1;
    if (this.#hasReturn || this.#lineBytes > MAX_LINE_BYTES) {
      this.#takeOdd(Buffer.alloc(0), { hasReturn: this.#hasReturn });
    }
  }

  #takeOdd(last: Buffer, { hasReturn }: { hasReturn: boolean }): void {
    if (hasReturn) this.returns += 1;
    else this.tooLong += 1;
    if (this.samples.length === MAX_SAMPLES) return;
    const reason = hasReturn ? 'it holds a carriage return' : `it is longer than ${MAX_LINE_BYTES} bytes`;
    const text = this.#headWith(last).toString('utf8').slice(0, MAX_SAMPLE_CHARACTERS);
    this.samples.push({ line: this.lines, reason, text });
  }

  /** The beginning of the line, as far as it has come. */
  #headWith(more: Buffer): Buffer<ArrayBuffer> {
    const known = this.#lineBytes === 0 ? Buffer.alloc(0) : this.#head;
    return Buffer.concat([known, more.subarray(0, HEAD_BYTES - known.length)]);
  }

  #readHeader(chunk: Buffer): void {
    const end = chunk.indexOf(LINE_FEED);
    this.header = Buffer.concat([this.header, end === -1 ? chunk : chunk.subarray(0, end)]);
    this.headerDone = end !== -1 || this.header.length > MAX_HEADER_BYTES;
  }
}

/** The same text with an empty line in place of each line that DuckDB must not be given, so that numbers of lines stay. */
export async function* withoutOddLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let open = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const data = Buffer.concat([open, chunk]);
    const end = data.lastIndexOf(LINE_FEED) + 1;
    yield* readableParts(data.subarray(0, end));
    open = data.subarray(end);
  }
  yield* readableParts(open);
}

/** Lines as they stand, in parts between those that are left out. */
function* readableParts(lines: Buffer): Generator<Buffer> {
  let part = 0;
  for (let from = 0; from < lines.length;) {
    const feed = lines.indexOf(LINE_FEED, from);
    const end = feed === -1 ? lines.length : feed;
    if (end - from > MAX_LINE_BYTES || lines.subarray(from, end).includes(CARRIAGE_RETURN)) {
      yield lines.subarray(part, from);
      part = end;
    }
    from = end + 1;
  }
  yield lines.subarray(part);
}
