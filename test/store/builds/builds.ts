import { cp } from 'node:fs/promises';

import { buildFolder, stagingFolder } from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { promote } from '../../../src/ingest/promote/promote.ts';
import { addBuild } from '../../product/source-files.ts';
import type { SourceLines } from '../../product/source-files.ts';
import { copyData } from '../../support/copy-data.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';

const row = (...columns: string[]): string => columns.join('\t');

/** A dataset whose names all end with a word, so that an answer tells which build it is from. */
export function linesOf(word: string): SourceLines {
  return {
    'title.basics': [
      row('tt0000001', 'tvSeries', `Series ${word}`, `Series ${word}`, '0', '2000', '\\N', '90', 'Drama'),
      row('tt0000002', 'tvEpisode', `Episode ${word}`, `Episode ${word}`, '0', '2001', '\\N', '45', 'Drama'),
      row('tt0000003', 'movie', `Movie ${word}`, `Movie ${word}`, '0', '2002', '\\N', '90', 'Drama'),
    ],
    'title.akas': [row('tt0000001', '1', `Serie ${word}`, 'DE', '\\N', 'imdbDisplay', '\\N', '0')],
    'title.crew': [row('tt0000001', 'nm0000001', '\\N')],
    'title.episode': [row('tt0000002', 'tt0000001', '1', '1')],
    'title.principals': [row('tt0000001', '1', 'nm0000001', 'actor', '\\N', `["Part ${word}"]`)],
    'title.ratings': [row('tt0000001', '7.1', '50'), row('tt0000002', '6.0', '40')],
    'name.basics': [row('nm0000001', `Person ${word}`, '1963', '\\N', 'actor', 'tt0000001')],
  };
}

/** Reads something of every lookup. */
export const EVERYTHING = `{
  title(id: "tt0000001") {
    primaryTitle rating { votes }
    credits { nodes { characters person { primaryName knownFor { primaryTitle } } } }
    directors { nodes { primaryName } }
    akas { nodes { title } }
    ... on Series { episodes { nodes { primaryTitle rating { average } } } }
  }
  person(id: "nm0000001") { credits { nodes { title { primaryTitle rating { votes } } } } }
  titles { totalCount nodes { primaryTitle } }
  people { nodes { primaryName } }
  search(query: "movie") { nodes { matchedText } }
}`;

export interface TwoBuilds {
  folders: Folders;
  /** Ids, the older first. */
  builds: [string, string];
}

const FIRST_AT = new Date('2026-11-21T01:30:00Z');

let made: Promise<TwoBuilds> | undefined;

/** A data folder of its own with two builds, "One" and "Two"; the pointer names the second. */
export async function twoBuilds(): Promise<TwoBuilds> {
  made ??= (async () => {
    const folders = foldersIn(newFolder('two-builds'));
    const one = await addBuild(folders, linesOf('One'));
    const two = await addBuild(folders, linesOf('Two'));
    return { folders, builds: [one, two] };
  })();
  const { folders, builds } = await made;
  return { folders: await copyData(folders), builds };
}

const madeOf = new Map<string, Promise<{ folders: Folders; id: string }>>();

/** The build of `linesOf(word)`, made once for a test file: each word has another id. Read it only. */
export function buildOfWord(word: string): Promise<{ folders: Folders; id: string }> {
  const at = new Date(FIRST_AT.getTime() + 1000 * madeOf.size);
  const building = madeOf.get(word) ?? addFirst(word, at);
  madeOf.set(word, building);
  return building;
}

async function addFirst(word: string, at: Date): Promise<{ folders: Folders; id: string }> {
  const folders = foldersIn(newFolder('word'));
  return { folders, id: await addBuild(folders, linesOf(word), { now: () => at }) };
}

/** Promotes the build of `linesOf(word)` in a data folder, as the last step of an ingest does. Answers with its id. */
export async function promoteWord(folders: Folders, word: string): Promise<string> {
  const { folders: from, id } = await buildOfWord(word);
  await cp(buildFolder(from, id), stagingFolder(folders, id), { recursive: true });
  await promote({ buildId: id, folders, now: () => new Date() });
  return id;
}
