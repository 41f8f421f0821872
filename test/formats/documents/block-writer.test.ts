import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { uncompressSync } from 'lz4-napi';
import { expect, test } from 'vitest';

import { BLOCK_SUM_BYTES, blockSum } from '../../../src/formats/documents/layout.ts';
import { BlockWriter } from '../../../src/formats/documents/block-writer.ts';
import { newFolder } from '../../support/folders.ts';

/** The blocks of documents that take so many bytes, two of them for key and length; keys count from 1. */
async function blocksOf(lengths: readonly number[], blockBytes: number) {
  const path = join(newFolder(), 'blocks');
  const packed = await BlockWriter.to(path, {
    blockBytes,
    compressed: true,
    async work(writer) {
      for (const [at, length] of lengths.entries()) {
        writer.add({ key: at + 1, bytes: Buffer.alloc(length - 2, 'x'), isText: true });
        await writer.flush();
      }
    },
  });
  const file = await readFile(path);
  let at = 0;
  const blocks = [...packed.sizes].map((size) => {
    const block = file.subarray(at, at + size - BLOCK_SUM_BYTES);
    at += size;
    return { block, sum: file.readUInt32LE(at - BLOCK_SUM_BYTES) };
  });
  expect(at).toBe(file.length);
  expect(blocks.map(({ sum }) => sum)).toEqual(
    blocks.map(({ block }, index) => blockSum(block, packed.keys[index] ?? 0)),
  );
  return {
    keys: [...packed.keys],
    bytes: blocks.map(({ block }) => uncompressSync(block).length),
    documents: packed.documents,
  };
}

test.each([
  // Lengths of lines, bytes of a block; first keys and bytes of the blocks.
  ['a block is complete when it has blockBytes', [5, 5, 5, 5, 5], 10, [1, 3, 5], [10, 10, 5]],
  ['a block that lacks one byte takes another document', [5, 4, 5, 5], 10, [1, 4], [14, 5]],
  ['a long document is in a block with those before it', [2, 50, 2], 10, [1, 3], [52, 2]],
  ['a block has one document at least', [20, 20], 10, [1, 2], [20, 20]],
])('BlockWriter divides documents into blocks: %s', async (_what, lengths, blockBytes, keys, bytes) => {
  expect(await blocksOf(lengths, blockBytes)).toEqual({ keys, bytes, documents: lengths.length });
});

test('BlockWriter writes no empty block', async () => {
  expect(await blocksOf([], 10)).toEqual({ keys: [], bytes: [], documents: 0 });
});

test('BlockWriter writes a large file in several parts, in order', async () => {
  const lengths = Array.from({ length: 80_000 }, (_, at) => 2 + (at % 60));
  const { bytes, documents } = await blocksOf(lengths, 4096);
  expect(documents).toBe(80_000);
  expect(bytes.reduce((sum, length) => sum + length, 0)).toBe(lengths.reduce((sum, length) => sum + length, 0));
});

test.each([
  [1, 1],
  [2, 1],
])('BlockWriter refuses key %i followed by %i', async (first, second) => {
  const work = async (writer: BlockWriter): Promise<void> => {
    for (const key of [first, second]) writer.add({ key, bytes: Buffer.from('x'), isText: true });
  };
  const path = join(newFolder(), 'blocks');
  await expect(BlockWriter.to(path, { blockBytes: 10, compressed: true, work })).rejects.toThrow(
    `documents are out of order: ${second} comes after ${first}`,
  );
});
