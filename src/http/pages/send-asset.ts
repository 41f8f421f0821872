import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { acceptedForms } from '../request/answers/accepted-forms.ts';
import type { Encoding } from '../request/answers/accepted-forms.ts';
import { tagOf } from '../request/answers/entity-tags.ts';
import { sendAnswer } from '../request/answers/send-answer.ts';
import type { Exchange } from '../request/exchange.ts';

/**
 * A file that never changes, because its name contains a hash of its content. Only its encoded forms are kept in
 * memory.
 */
export interface Asset {
  /** Name with hash, such as `graphiql-1f2e3d4c5b6a7988.js`. */
  fileName: string;
  mediaType: string;
  encoded: Record<Encoding, Uint8Array<ArrayBuffer>>;
}

/** Sends a file in the encoding that the client prefers. Browsers keep it forever. */
export async function sendAsset(
  exchange: Exchange,
  { asset, headers }: { asset: Asset; headers: OutgoingHttpHeaders },
): Promise<void> {
  const { fileName, mediaType, encoded } = asset;
  const [form = 'identity'] = acceptedForms(exchange.request.headers['accept-encoding']);
  const body = form === 'identity' ? await promisify(gunzip)(encoded.gzip) : encoded[form];
  sendAnswer(exchange, {
    status: 200,
    headers: {
      'content-type': mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
      etag: tagOf(`"${fileName}"`, form),
      ...(form !== 'identity' && { 'content-encoding': form }),
      ...headers,
    },
    vary: ['Accept-Encoding'],
    body,
  });
}
