import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

import type { Awaitable } from '../../../graphql/base/awaitable.ts';
import type { Encoding } from './accepted-forms.ts';

/**
 * Size up to which a body is compressed on the event loop. That takes a third of a millisecond, of which passing the
 * body to the thread pool would cost half.
 */
const AT_ONCE_BYTES = 32_768;

/** Higher levels cost more time than the bytes they save are worth; figures in test/bench/README.md. */
const GZIP = { level: 3 } as const;
const BROTLI_QUALITY = 3;
/** A window of 256 kB. The default, 4 MB, takes longer to allocate than an answer of 200 kB takes to compress. */
const BROTLI_WINDOW_BITS = 18;

const encodeApart = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const;

/** Encodes a text or bytes. */
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
