import { open } from 'node:fs/promises';

import { Rejected } from '../../outcomes/outcome.ts';
import { quoted } from '../../outcomes/quoted.ts';

const BLOCK_BYTES = 1 << 20;
const ZEROS = Buffer.alloc(BLOCK_BYTES);
const GZIP = Buffer.from([0x1f, 0x8b]);

/** Whether these bytes begin as a gzip file does. */
export function isGzip(bytes: Buffer): boolean {
  return bytes.subarray(0, GZIP.length).equals(GZIP);
}

/**
 * Refuses what follows the gzip data of a file, unless it is zeros, which fill the last block of a device: anything else
 * nobody has published, and may be the rest of another file.
 * @throws Rejected that names the file.
 */
export async function refuseRubbish(path: string, { file, from }: { file: string; from: number }): Promise<void> {
  const handle = await open(path, 'r');
  try {
    for await (const block of handle.createReadStream({ start: from, highWaterMark: BLOCK_BYTES, autoClose: false })) {
      if (!ZEROS.subarray(0, (block as Buffer).length).equals(block as Buffer)) throw new Rejected(rubbishIn(file));
    }
  } finally {
    await handle.close();
  }
}

function rubbishIn(file: string): string {
  return `${file}: the gzip data is damaged: what comes after its end is neither zeros nor another gzip member`;
}

/** Says in one line what is wrong with a gzip file that could not be read; any other error stays as it is. */
export async function explainGzip(
  error: unknown,
  { path, file, bytes }: { path: string; file: string; bytes: number },
): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR' && bytes === 0) return new Rejected(`${file}: the file is empty, expected a gzip file`);
  if (code === 'Z_BUF_ERROR') return new Rejected(`${file}: the gzip file is cut off before its end`, { cause: error });
  if (code === 'Z_DATA_ERROR' && error instanceof Error) {
    const beginning = await firstBytes(path);
    if (!beginning.subarray(0, 1).equals(GZIP.subarray(0, 1))) {
      const text = quoted(beginning.toString('latin1'));
      return new Rejected(`${file}: expected a gzip file, but it begins with ${text}`, { cause: error });
    }
    // The first member has a header, so that it is what comes after one that has not.
    if (isGzip(beginning) && error.message === 'incorrect header check') {
      return new Rejected(rubbishIn(file), { cause: error });
    }
    return new Rejected(`${file}: the gzip data is damaged (checksum or coding)`, { cause: error });
  }
  return error;
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(40), 0, 40, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
