import { parseConst } from '../../dataset/words/consts.ts';
import { isTmdbNumber, parseTmdbId } from '../../dataset/words/tmdb-ids.ts';
import type { TmdbKind } from '../../dataset/words/tmdb-ids.ts';
import { parseUrl } from '../../dataset/words/title-urls.ts';
import type { UrlTarget } from '../../dataset/words/title-urls.ts';
import { badInput } from '../../errors.ts';
import { shown } from '../base/ids.ts';

const IDS =
  "An id is IMDb's, tt (title) or nm (person) and seven to nine digits, or TMDB's, such as tmdb:movie:603, tmdb:tv:1399 or tmdb:person:287";
const URLS =
  'An address is that of a title or a person at imdb.com or themoviedb.org, such as https://www.imdb.com/title/tt0111161/';

/**
 * Parses an id of IMDb's or TMDB's; `at` names the argument in errors.
 * @throws ClientError `BAD_USER_INPUT` if it is neither.
 */
export function readAnyId(text: string, at: string): UrlTarget {
  const ofTmdb = parseTmdbId(text);
  if (ofTmdb !== undefined) return { source: 'TMDB', ...ofTmdb };
  const ofImdb = parseConst(text);
  if (ofImdb !== undefined) return { source: 'IMDB', ...ofImdb };
  throw badInput(`${at}: ${shown(text)} is no id. ${IDS}.`);
}

/** @throws ClientError `BAD_USER_INPUT` if it is no address of a title or a person. */
export function readUrl(text: string, at: string): UrlTarget {
  const target = parseUrl(text);
  if (target === undefined) throw badInput(`${at}: ${shown(text)} is no address of a title or a person. ${URLS}.`);
  return target;
}

/** @throws ClientError `BAD_USER_INPUT` if it is no number that TMDB can have given. */
export function readNumber(id: number, { kind, at }: { kind: TmdbKind; at: string }): UrlTarget {
  if (!isTmdbNumber(id))
    throw badInput(`${at}: ${String(id)} is no number of TMDB's. Its numbers are from 1 to 999999999.`);
  return { source: 'TMDB', kind, id };
}

/** Whether it is a person, and not a title. */
export function isPerson(target: UrlTarget): boolean {
  return target.source === 'IMDB' ? target.prefix === 'nm' : target.kind === 'PERSON';
}
