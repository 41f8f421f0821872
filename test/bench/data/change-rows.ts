import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';

const NEWLINE = 10;

/** Writes a copy of a gzipped TSV file in which every n-th row is edited: the first, and so on. `every` is 2 or more. */
export async function changeRows(
  from: string,
  { to, every, edit }: { to: string; every: number; edit: (fields: string[]) => void },
): Promise<void> {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  await pipeline(createReadStream(from), createGunzip(), editedRows({ every, edit }), gzip, createWriteStream(to));
}

/** Bytes in, bytes out; only the rows that are edited become text. The header is line 0 and stays. */
function editedRows({ every, edit }: { every: number; edit: (fields: string[]) => void }): Transform {
  let line = 0;
  let rest: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const parts: Buffer[] = [];
      let kept = 0;
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
        if (line % every === 1) {
          const fields = bytes.toString('utf8', start, end).split('\t');
          edit(fields);
          parts.push(bytes.subarray(kept, start), Buffer.from(fields.join('\t')));
          kept = end;
        }
        line += 1;
        start = end + 1;
      }
      parts.push(bytes.subarray(kept, start));
      rest = bytes.subarray(start);
      done(null, Buffer.concat(parts));
    },
    flush: (done) => done(null, rest),
  });
}
