import { parseConst } from './consts.ts';
import type { ParsedConst } from './consts.ts';
import { parseTmdbId } from './tmdb-ids.ts';
import type { TmdbId } from './tmdb-ids.ts';

/** A title or a person, by an id of IMDb's or of TMDB's. */
export type UrlTarget = ({ source: 'IMDB' } & ParsedConst) | ({ source: 'TMDB' } & TmdbId);

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** The first part of a path may be a language: `/de/title/…`, `/es-es/title/…`. */
const LANGUAGE = /^[a-z]{2}(-[a-z]{2,4})?$/i;
const CONST_IN = /^(tt|nm)[0-9]{7,9}$/;
const NUMBER_IN = /^([1-9][0-9]{0,8})(-.*)?$/;

/**
 * What the page of an address is about: of a title or a person at imdb.com or themoviedb.org, with any subdomain (www,
 * m, de), with or without scheme and language, and with any further parts, query or fragment. Undefined for all else.
 */
export function parseUrl(text: string): UrlTarget | undefined {
  const trimmed = text.trim();
  const url = URL.parse(SCHEME.test(trimmed) ? trimmed : `https://${trimmed.replace(/^\/\//, '')}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  if (isOf(url.hostname, 'imdb.com')) return imdbTarget(parts);
  if (isOf(url.hostname, 'themoviedb.org') || isOf(url.hostname, 'tmdb.org')) return tmdbTarget(parts);
  return undefined;
}

function isOf(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function imdbTarget(parts: readonly string[]): UrlTarget | undefined {
  const [kind, id = ''] = withoutLanguage(parts, ['title', 'name']);
  if (!CONST_IN.test(id)) return undefined;
  const found = parseConst(id);
  if (found === undefined || (kind === 'title') !== (found.prefix === 'tt')) return undefined;
  return { source: 'IMDB', ...found };
}

function tmdbTarget(parts: readonly string[]): UrlTarget | undefined {
  const [kind, text = ''] = withoutLanguage(parts, ['movie', 'tv', 'person']);
  const number = NUMBER_IN.exec(text)?.[1];
  const id = number === undefined ? undefined : parseTmdbId(`tmdb:${String(kind)}:${number}`);
  return id === undefined ? undefined : { source: 'TMDB', ...id };
}

/** The parts from the first one that is a kind; none where there is no kind at its place. */
function withoutLanguage(parts: readonly string[], kinds: readonly string[]): readonly string[] {
  const [first = '', second = ''] = parts;
  if (kinds.includes(first)) return parts;
  return LANGUAGE.test(first) && kinds.includes(second) ? parts.slice(1) : [];
}
