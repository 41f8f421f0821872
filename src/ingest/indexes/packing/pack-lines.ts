import { BlockWriter } from '../../../formats/documents/block-writer.ts';
import type { Blocks, Packed } from '../../../formats/documents/block-writer.ts';
import { endOfValues } from './item-text.ts';
import { endOfItem, embeddedOffsets } from './items-by-key.ts';
import type { ItemsByKey } from './items-by-key.ts';
import { linesOfFile } from './lines-of-file.ts';
import type { Lines } from './lines-of-file.ts';
import { fileTask } from '../../threads/file-task.ts';

export interface LinesInput extends Blocks {
  /** The file of the lines. */
  text: string;
  /** The file of the blocks. */
  path: string;
  /** What belongs behind the last value of each item, which is its key there. */
  beside: ItemsByKey | undefined;
}

const COMMA = 44;
const END_OF_ITEM = 93;

/**
 * Joins the items of lines, each a key, a tab and an item, to documents and puts these in blocks to the end of a file.
 * @throws Error where the keys do not go up.
 */
export function packLinesHere({ text, path, beside, ...blocks }: LinesInput): Promise<Packed> {
  return BlockWriter.to(path, {
    ...blocks,
    async work(writer) {
      const joiner = new LineJoiner(writer, beside);
      for (const lines of linesOfFile(text)) {
        joiner.add(lines);
        await writer.flush();
      }
      joiner.end();
    },
  });
}

class LineJoiner {
  readonly #writer: BlockWriter;
  readonly #beside: ItemsByKey | undefined;
  /** The document in the making, its key, and how much of it is filled. */
  #document = Buffer.alloc(1 << 16);
  #key = -1;
  #length = 0;

  constructor(writer: BlockWriter, beside: ItemsByKey | undefined) {
    this.#writer = writer;
    this.#beside = beside;
  }

  add(lines: Lines): void {
    const offsets = this.#beside && embeddedOffsets(this.#beside, lines);
    for (let line = 0; line < lines.count; line += 1) this.#addLine(lines, { line, offset: offsets?.[line] });
  }

  #addLine({ data, key: keys, tab, end: ends }: Lines, { line, offset }: { line: number; offset?: number }): void {
    const [key = 0, end = 0] = [keys[line], ends[line]];
    if (key !== this.#key) this.end();
    const before = this.#length;
    // The tab goes along, and is what a comma takes the place of.
    const from = (tab[line] ?? 0) + Number(before === 0);
    this.#key = key;
    if (this.#beside === undefined || offset === undefined) this.#append(data, { from, to: endOfValues(data, end) });
    else this.#appendWith(this.#beside, { data, from, end, offset });
    this.#append(CLOSING, { from: 0, to: 1 });
    if (before > 0) this.#document[before] = COMMA;
  }

  end(): void {
    const bytes = this.#document.subarray(0, this.#length);
    if (bytes.length > 0) this.#writer.add({ key: this.#key, bytes, isText: true });
    this.#length = 0;
  }

  /** An item without its closing bracket, and what belongs behind; without the last value where nothing does. */
  #appendWith(
    { bytes }: ItemsByKey,
    { data, from, end, offset }: { data: Buffer; from: number; end: number; offset: number },
  ): void {
    // The comma before the key stands where the bracket would.
    if (offset === 0) return this.#append(data, { from, to: endOfValues(data, data.lastIndexOf(COMMA, end) + 1) });
    this.#append(data, { from, to: end - 1 });
    this.#append(bytes, { from: offset, to: endOfItem(bytes, offset) });
  }

  #append(data: Uint8Array, { from, to }: { from: number; to: number }): void {
    const length = this.#length + to - from;
    if (length > this.#document.length) this.#document = Buffer.concat([this.#document], 2 * length);
    // Of so few bytes each, in a tenth of the time that a call would take which copies many.
    const document = this.#document;
    let offset = this.#length;
    for (let at = from; at < to; at += 1) document[offset++] = data[at] ?? 0;
    this.#length = length;
  }
}

const CLOSING = Uint8Array.of(END_OF_ITEM);

export const PACK_LINES = fileTask(import.meta.url, packLinesHere);
