import { expect, test } from 'vitest';

import { parseUrl } from '../../../src/dataset/words/title-urls.ts';

const TITLE = { source: 'IMDB', prefix: 'tt', key: 111_161 };
const PERSON = { source: 'IMDB', prefix: 'nm', key: 151 };
const MOVIE = { source: 'TMDB', kind: 'MOVIE', id: 603 };

const KNOWN: [string, object][] = [
  ['https://www.imdb.com/title/tt0111161/', TITLE],
  ['http://imdb.com/title/tt0111161', TITLE],
  ['https://m.imdb.com/title/tt0111161/?ref_=nv_sr_srsg_0', TITLE],
  ['HTTPS://WWW.IMDB.COM/title/tt0111161/fullcredits/cast#top', TITLE],
  ['www.imdb.com/de/title/tt0111161/reviews', TITLE],
  ['https://www.imdb.com/es-es/title/tt0111161/', TITLE],
  ['//www.imdb.com/title/tt0111161/', TITLE],
  [' https://www.imdb.com/title/tt0111161/\n', TITLE],
  ['https://www.imdb.com/name/nm0000151/bio/', PERSON],
  ['https://www.themoviedb.org/movie/603', MOVIE],
  ['https://www.themoviedb.org/movie/603-the-matrix?language=de-DE', MOVIE],
  ['https://de.themoviedb.org/movie/603-the-matrix/cast', MOVIE],
  ['themoviedb.org/movie/603-%E6%98%9F', MOVIE],
  ['https://www.tmdb.org/movie/603', MOVIE],
  ['https://www.themoviedb.org/tv/1399-game-of-thrones/season/1', { source: 'TMDB', kind: 'TV', id: 1399 }],
  ['https://www.themoviedb.org/person/287-brad-pitt', { source: 'TMDB', kind: 'PERSON', id: 287 }],
];

const UNKNOWN = [
  '',
  'tt0111161',
  'https://www.imdb.com/',
  'https://www.imdb.com/title/',
  'https://www.imdb.com/title/tt1',
  'https://www.imdb.com/title/nm0000151/',
  'https://www.imdb.com/name/tt0111161/',
  'https://www.imdb.com/list/title/tt0111161/',
  'https://imdb.com.example.org/title/tt0111161/',
  'https://notimdb.com/title/tt0111161/',
  'https://example.org/https://www.imdb.com/title/tt0111161/',
  'ftp://www.imdb.com/title/tt0111161/',
  'javascript:location="https://www.imdb.com/title/tt0111161/"',
  'https://www.themoviedb.org/movie/',
  'https://www.themoviedb.org/movie/0',
  'https://www.themoviedb.org/movie/0603',
  'https://www.themoviedb.org/movie/the-matrix',
  'https://www.themoviedb.org/movie/603x',
  'https://www.themoviedb.org/movie/9999999999',
  'https://www.themoviedb.org/collection/2344',
  'https://[',
];

test('parseUrl finds titles and people of both in the usual forms of addresses', () => {
  for (const [url, target] of KNOWN) expect([url, parseUrl(url)]).toEqual([url, target]);
});

test('parseUrl finds nothing in any other address', () => {
  for (const url of UNKNOWN) expect([url, parseUrl(url)]).toEqual([url, undefined]);
});
