import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** Some lines of a file that follow each other. */
export interface Lines {
  /** The number of the first of them; that of the header is 1. */
  first: number;
  texts: string[];
}

/** The lines of a gzipped file. */
export async function* sourceLines(path: string): AsyncGenerator<Lines> {
  const decoder = new TextDecoder();
  let rest = '';
  let first = 1;
  for await (const chunk of createReadStream(path).pipe(createGunzip({ chunkSize: 1 << 18 }))) {
    const texts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    yield { first, texts };
    first += texts.length;
  }
  if (rest !== '') yield { first, texts: [rest] };
}
