import type { Folders } from '../../src/dataset/builds/paths.ts';
import { nm, tt } from '../product/tables.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { SMALL, writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';

/** What is written wrongly by whoever forgets to escape, or to leave alone. */
export const ODD_TEXTS = [
  'back\\slash',
  'a \\N in a text',
  '\\',
  'ends with \\',
  '"quoted"',
  '""',
  '"',
  "it's",
  'comma, and {brace} and }',
  'NULL',
  'null',
  ' spaces ',
  '%s %d $1 ?',
  '<b>&amp;</b>',
  'emoji 🎬👩‍👩‍👧',
  'Zażółć gęślą jaźń 映画 العربية',
  'e\u0301 combining',
  'soft\u00adhyphen zero\u200bwidth \ufeffbom',
  'line\u2028separator',
  'bell\u0007 and unit\u001f',
  'semicolon; -- comment /* */',
  '\u0000',
  'a\u0000b',
];

let built: Promise<Folders> | undefined;

/** A build of some rows for each odd text, in every column that may have one; one for a test file. Read it only. */
export function oddBuild(): Promise<Folders> {
  built ??= build();
  return built;
}

async function build(): Promise<Folders> {
  const folders = foldersIn(newFolder('odd'));
  const from = await writeSources(newFolder('odd-sources'), {
    rows: {
      'title.basics': [
        ...SMALL['title.basics'],
        ...ODD_TEXTS.map((text, index) => [tt(1000 + index), 'movie', text, text, '0', '1999', '\\N', '90', 'Drama']),
        ['tt12345678', 'movie', 'Eight digits', 'Eight digits', '1', '\\N', '\\N', '\\N', '\\N'],
      ],
      'title.akas': [
        ...SMALL['title.akas'],
        ...ODD_TEXTS.map((text, index) => [
          tt(1000 + index),
          '1',
          text,
          'DE',
          'de',
          'working\u0002dvd',
          'short version\u0002new title',
          '0',
        ]),
      ],
      'title.principals': [
        ...SMALL['title.principals'],
        ...ODD_TEXTS.map((text, index) => [
          tt(1000 + index),
          '1',
          nm(1000 + index),
          'writer',
          text,
          JSON.stringify([text, `${text}, again`]),
        ]),
      ],
      'title.ratings': [...SMALL['title.ratings'], ...ODD_TEXTS.map((_, index) => [tt(1000 + index), '10.0', '7'])],
      'name.basics': [
        ...SMALL['name.basics'],
        ...ODD_TEXTS.map((text, index) => [nm(1000 + index), text, '-100', '\\N', 'writer', '\\N']),
      ],
    },
  });
  const outcome = await ingestInto(folders, { from, run: { force: true } });
  if (outcome.status !== 'promoted') throw new Error(`the odd build failed: ${JSON.stringify(outcome)}`);
  return folders;
}
