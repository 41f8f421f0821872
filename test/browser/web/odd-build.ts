import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { SMALL, writeSources } from '../../support/imdb-files.ts';
import type { Rows } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';

/** A name that would run a script if it were taken for HTML. */
export const HTML_NAME = '<img src=x onerror="document.title=`owned`">';
export const ODD_TITLE = 'tt0000004';
/** Number of people in the cast of the odd title. */
export const CAST = 30;

const ids = Array.from({ length: CAST }, (_, at) => `nm${String(at + 10).padStart(7, '0')}`);
const nameOf = (at: number): string => (at === 0 ? HTML_NAME : `Actor ${at + 1}`);

/** The rows of SMALL, and a title with an odd name, whose cast has several pages and one such name. */
export const ODD_ROWS: Partial<Record<'title.basics' | 'title.principals' | 'title.ratings' | 'name.basics', Rows>> = {
  'title.basics': [
    ...SMALL['title.basics'],
    [ODD_TITLE, 'movie', HTML_NAME, HTML_NAME, '0', '2001', '\\N', '90', 'Comedy'],
  ],
  'title.principals': [
    ...SMALL['title.principals'],
    ...ids.map((id, at) => [ODD_TITLE, String(at + 1), id, 'actor', '\\N', `["${at === 0 ? '<b>Role</b>' : 'Role'}"]`]),
  ],
  'title.ratings': [...SMALL['title.ratings'], [ODD_TITLE, '9.0', '2000']],
  'name.basics': [...SMALL['name.basics'], ...ids.map((id, at) => [id, nameOf(at), '1970', '\\N', 'actor', ODD_TITLE])],
};

/** Promotes those rows, or others, in a data folder. */
export async function promote(folders: Folders, rows: typeof ODD_ROWS = ODD_ROWS): Promise<void> {
  const outcome = await ingestInto(folders, { from: await writeSources(newFolder('origin'), { rows }) });
  if (outcome.status !== 'promoted') throw new Error(`not promoted: ${JSON.stringify(outcome)}`);
}

export async function oddBuild(): Promise<Folders> {
  const folders = foldersIn(newFolder('odd'));
  await promote(folders);
  return folders;
}
