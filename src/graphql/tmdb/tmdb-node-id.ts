import { formatConst } from '../../dataset/words/consts.ts';
import { formatTmdbId, parseTmdbId } from '../../dataset/words/tmdb-ids.ts';
import type { TmdbId } from '../../dataset/words/tmdb-ids.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import type { TmdbPerson } from '../../store/tmdb/tmdb-people.ts';
import type { TmdbTitle } from '../../store/tmdb/tmdb-titles.ts';
import type { Awaitable } from '../base/awaitable.ts';

/*
 * Node ids of TMDB's records. What TMDB alone has is a title or a person with TMDB's id; as two nodes cannot have one id,
 * its record has another one then.
 */

const EPISODE = 'tmdb:episode:';
const RECORD = '/record';

/** TMDB's id, and whether it is that of the record of what TMDB alone has. */
export interface TmdbNodeId extends TmdbId {
  isRecord: boolean;
}

/** The node id of a record of a title. That of an episode has IMDb's id, by which it is found. */
export function tmdbTitleNodeId({ kind, id, titleId }: TmdbTitle, { titles }: Loaders): Awaitable<string> {
  if (kind === 'EPISODE') return `${EPISODE}${formatConst('tt', titleId ?? 0)}`;
  return nodeId({ kind, id }, { imdb: titleId, load: titles.byId });
}

/** The node id of a record of a person. */
export function tmdbPersonNodeId({ id, personId }: TmdbPerson, { people }: Loaders): Awaitable<string> {
  return nodeId({ kind: 'PERSON', id }, { imdb: personId, load: people.byId });
}

/** `imdb` is IMDb's number of the same, as TMDB gives it, which IMDb's files may lack. */
function nodeId(
  id: TmdbId,
  { imdb, load }: { imdb: number | null; load: (key: number) => Promise<unknown> },
): Awaitable<string> {
  const text = formatTmdbId(id);
  if (imdb === null) return `${text}${RECORD}`;
  return load(imdb).then((found) => (found === null ? `${text}${RECORD}` : text));
}

/** Parses the id of a film, a series or a person, or of its record; undefined if it is malformed. */
export function parseTmdbNodeId(text: string): TmdbNodeId | undefined {
  const isRecord = text.endsWith(RECORD);
  const id = parseTmdbId(isRecord ? text.slice(0, -RECORD.length) : text);
  return id && { ...id, isRecord };
}

/** IMDb's id in the node id of an episode of TMDB's; undefined if it is that of something else. */
export function episodeOfTmdbId(text: string): string | undefined {
  return text.startsWith(EPISODE) ? text.slice(EPISODE.length) : undefined;
}
