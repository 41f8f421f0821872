import { sourceFile } from '../../../dataset/sources/imdb.ts';
import type { Source } from '../../../dataset/sources/imdb.ts';
import { isGzip } from './check-gzip.ts';
import { Rejected } from '../../outcomes/outcome.ts';
import { quoted } from '../../outcomes/quoted.ts';
import type { TextCounter } from './text-counter.ts';

const MIB = 1 << 20;
/** A longer line refuses the file: a hundred times the longest of IMDb has a place in it. */
const MAX_LINE_MIB = 16;
/** IMDb's files grow to six times their size; beyond these the file was made to fill memory or time. */
const MAX_GROWTH = 20;
const MAX_SMALL_TEXT_BYTES = 256 * MIB;

/**
 * Refuses what needs no reading to the end: another header, and a bomb, which would fill memory or take for ever.
 * `size` is that of the gzipped file in bytes.
 * @throws Rejected that names the file.
 */
export function refuseForeign(text: TextCounter, { source, size }: { source: Source; size: number }): void {
  const file = sourceFile(source.name);
  if (text.headerDone) checkHeader(text, source);
  if (text.openBytes > MAX_LINE_MIB * MIB) {
    throw new Rejected(`${file}: line ${text.lines + 1} is longer than ${MAX_LINE_MIB} MiB, expected lines of text`);
  }
  if (text.bytes > MAX_SMALL_TEXT_BYTES + MAX_GROWTH * size) {
    const mib = Math.round(size / MIB);
    throw new Rejected(
      `${file}: more than ${Math.round(text.bytes / MIB)} MiB of text in ${mib} MiB of gzip, expected at most ` +
        `${MAX_GROWTH} times as much and ${MAX_SMALL_TEXT_BYTES / MIB} MiB`,
    );
  }
}

function checkHeader(text: TextCounter, source: Source): void {
  const file = sourceFile(source.name);
  if (isGzip(text.header)) {
    throw new Rejected(`${file}: the file is compressed twice, gzip in gzip: expected the text after one gunzip`);
  }
  const expected = source.columns.join('\t');
  const header = text.header.toString('utf8');
  if (header === expected) return;
  const like = headerLike(header, expected);
  throw new Rejected(
    `${file}: the header line is ${quoted(header)}, expected the columns ${quoted(expected)} separated by tabs` +
      (like === undefined ? '' : `: ${like}`),
  );
}

/** What a file looks like whose header has the right columns in another form. */
function headerLike(header: string, expected: string): string | undefined {
  if (header === `${expected}\r`) return ENDS_LIKE_WINDOWS;
  const plain = header.replace(/\r$/, '').replace(/^\ufeff/, '');
  if (plain === expected)
    return 'it looks like a file that an editor has saved, with a byte order mark before its text; the files of IMDb have none';
  if (plain.replaceAll(/["']/g, '') === expected) {
    return "it looks like a file in CSV's quotes, as spreadsheets and pandas save it; the files of IMDb are not quoted";
  }
  if (plain.replaceAll(/["']/g, '').split(/[,;]/).join('\t') === expected) {
    return 'it looks like a file that was saved as CSV; the files of IMDb have tabs between their columns';
  }
  return undefined;
}

const ENDS_LIKE_WINDOWS =
  'its lines end with CR LF, as Windows writes them; download it again, or make LF of them (gunzip, dos2unix, gzip)';

/**
 * Refuses a text that was read to its end and is not the source's.
 * @throws Rejected that names the file.
 */
export function checkText(text: TextCounter, source: Source): void {
  const file = sourceFile(source.name);
  checkHeader(text, source);
  const rows = text.lines - text.emptyLines - 1;
  if (rows < 1) throw new Rejected(`${file}: no rows after the header line`);
  // One in a field is an accident; this is another way to end lines.
  if (text.returns <= rows / 2) return;
  const first = text.samples.find(({ reason }) => reason.includes('carriage'));
  throw new Rejected(
    `${file}: line ${first?.line} holds a carriage return, and so do ${text.returns} of ${rows} lines, ` +
      `expected lines that end with a line feed: ${ENDS_LIKE_WINDOWS}`,
  );
}
