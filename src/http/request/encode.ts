import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

import type { Awaitable } from '../../graphql/awaitable.ts';
import type { Encoding } from './accepted-forms.ts';

/**
 * Up to here an answer is compressed at once, in a quarter of a millisecond at most: handing it to another thread would
 * cost this one half of that. Longer ones are.
 */
const AT_ONCE_BYTES = 32_768;

/** Levels from which on more time saves little: README has the figures. */
const GZIP = { level: 3 } as const;
const BROTLI_QUALITY = 3;
/** 256 kB: the usual 4 MB are for longer texts, and to clear them takes longer than to compress an answer. */
const BROTLI_WINDOW_BITS = 18;

const encodeApart = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const;

/** The text, or the bytes, in an encoding. */
export function encode(body: string | Uint8Array, encoding: Encoding): Awaitable<Uint8Array> {
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  const apart = bytes > AT_ONCE_BYTES;
  if (encoding === 'gzip') return apart ? encodeApart.gzip(body, GZIP) : gzipSync(body, GZIP);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const brotli = {
    params: {
      [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [BROTLI_PARAM_LGWIN]: BROTLI_WINDOW_BITS,
      [BROTLI_PARAM_SIZE_HINT]: bytes,
    },
  };
  return apart ? encodeApart.br(body, brotli) : brotliCompressSync(body, brotli);
}
