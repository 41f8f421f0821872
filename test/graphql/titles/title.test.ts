import { expect, test } from 'vitest';
import type { Aka, AkaFilter, TitleFilter } from '../../../src/store/model/model.ts';
import { ask, fakeLoaders, listOf, title } from '../fake-loaders.ts';

const FIELDS = `__typename id imdbUrl titleType titleTypeName primaryTitle originalTitle displayTitle isAdult
  startYear endYear runtimeMinutes genres genreNames rating { average votes }`;

test('title answers every plain field from one lookup', async () => {
  const { loaders, asked } = fakeLoaders({ titles: [title({ id: 111161, genres: ['Sci-Fi', 'Solarpunk', 'Drama'] })] });
  expect(await ask(`{ title(id: "tt0111161") { ${FIELDS} } }`, { loaders })).toEqual({
    data: {
      title: {
        __typename: 'Movie',
        id: 'tt0111161',
        imdbUrl: 'https://www.imdb.com/title/tt0111161/',
        titleType: 'MOVIE',
        titleTypeName: 'movie',
        primaryTitle: 'One',
        originalTitle: 'Un',
        displayTitle: 'One',
        isAdult: false,
        startYear: 1999,
        endYear: null,
        runtimeMinutes: 90,
        genres: ['SCI_FI', 'OTHER', 'DRAMA'],
        genreNames: ['Sci-Fi', 'Solarpunk', 'Drama'],
        rating: { average: 7.5, votes: 10 },
      },
    },
  });
  expect(asked).toEqual([['titles.byId', 111161]]);
});

test.each([
  ['movie', 'Movie', 'MOVIE'],
  ['tvMovie', 'Movie', 'TV_MOVIE'],
  ['tvSeries', 'Series', 'TV_SERIES'],
  ['tvMiniSeries', 'Series', 'TV_MINI_SERIES'],
  ['tvEpisode', 'Episode', 'TV_EPISODE'],
  ['short', 'Short', 'SHORT'],
  ['tvShort', 'Short', 'TV_SHORT'],
  ['tvSpecial', 'Special', 'TV_SPECIAL'],
  ['video', 'Video', 'VIDEO'],
  ['videoGame', 'VideoGame', 'VIDEO_GAME'],
  ['tvPilot', 'OtherTitle', 'TV_PILOT'],
  ['hologram', 'OtherTitle', 'OTHER'],
  ['toString', 'OtherTitle', 'OTHER'],
])('titleTypeName of %s is %s', async (word, typeName, value) => {
  const { loaders } = fakeLoaders({ titles: [title({ titleType: word })] });
  expect(await ask('{ title(id: "tt0000001") { __typename titleType titleTypeName } }', { loaders })).toEqual({
    data: { title: { __typename: typeName, titleType: value, titleTypeName: word } },
  });
});

test('primaryTitle falls back to the id', async () => {
  const { loaders } = fakeLoaders({
    titles: [title({ id: 2, primaryTitle: null, originalTitle: null })],
  });
  expect(await ask('{ title(id: "tt0000002") { primaryTitle displayTitle originalTitle } }', { loaders })).toEqual({
    data: { title: { primaryTitle: 'tt0000002', displayTitle: 'tt0000002', originalTitle: null } },
  });
});

test('rating is null for an unrated title', async () => {
  const { loaders, asked } = fakeLoaders({ titles: [title({ rating: null })] });
  expect(await ask('{ title(id: "tt0000001") { rating { votes } } }', { loaders })).toEqual({
    data: { title: { rating: null } },
  });
  expect(asked).toEqual([['titles.byId', 1]]);
});

test('displayTitle and akas take markets and languages in either case', async () => {
  const wanted: unknown[] = [];
  const { loaders } = fakeLoaders({
    titles: [title()],
    parts: {
      akas: {
        displayTitle: async (_id, { audience, primaryTitle }) => {
          wanted.push(audience);
          return audience.region === 'DE' && primaryTitle === 'One' ? 'Eins' : null;
        },
        ofTitle: async (_id, filter: AkaFilter) => {
          wanted.push(filter);
          return listOf<Aka & { id: number }>([]).list;
        },
      },
    },
  });
  const source = `{ title(id: "tt0000001") {
    de: displayTitle(region: "de")
    fr: displayTitle(language: "FR")
    none: displayTitle(region: null)
    akas(region: "de", language: "DE", type: "imdbDisplay") { totalCount }
    all: akas { totalCount }
  } }`;
  expect(await ask(source, { loaders })).toEqual({
    data: { title: { de: 'Eins', fr: 'One', none: 'One', akas: { totalCount: 0 }, all: { totalCount: 0 } } },
  });
  expect(wanted).toEqual([
    { region: 'DE' },
    { language: 'fr' },
    { region: 'DE', language: 'de', type: 'imdbDisplay' },
    {},
  ]);
});

test.each<[string, TitleFilter]>([
  ['', { adult: 'EXCLUDE' }],
  ['(filter: null)', { adult: 'EXCLUDE' }],
  ['(filter: {})', { adult: 'EXCLUDE' }],
  ['(filter: { adult: null })', { adult: 'EXCLUDE' }],
  ['(filter: { adult: ONLY })', { adult: 'ONLY' }],
  ['(filter: { types: {} })', { adult: 'EXCLUDE' }],
  ['(filter: { types: { any: [], exclude: null } })', { adult: 'EXCLUDE' }],
  ['(filter: { types: { any: [MOVIE, OTHER] } })', { adult: 'EXCLUDE', types: { any: ['movie', 'OTHER'] } }],
  ['(filter: { types: { exclude: [TV_EPISODE] } })', { adult: 'EXCLUDE', types: { exclude: ['tvEpisode'] } }],
])('titles%s passes the filter on', async (args, filter) => {
  const { loaders, asked } = fakeLoaders({ parts: { titles: { list: () => listOf([title()]).list } } });
  await ask(`{ titles${args} { totalCount } }`, { loaders });
  expect(asked).toEqual([['titles.list', filter, [{ field: 'VOTES', direction: 'DESC' }]]]);
});

test('titles passes the order on, DESC unless it is ASC', async () => {
  const { loaders, asked } = fakeLoaders({ parts: { titles: { list: () => listOf([title()]).list } } });
  await ask('{ titles(orderBy: [{ field: YEAR }, { field: TITLE, direction: ASC }]) { totalCount } }', { loaders });
  expect(asked[0]?.[2]).toEqual([
    { field: 'YEAR', direction: 'DESC' },
    { field: 'TITLE', direction: 'ASC' },
  ]);
});

test('titles refuses a field that occurs twice in the order', async () => {
  const { loaders } = fakeLoaders({});
  const { errors } = await ask(
    '{ titles(orderBy: [{ field: YEAR }, { field: YEAR, direction: ASC }]) { totalCount } }',
    { loaders },
  );
  expect(errors).toMatchObject([
    { code: 'BAD_USER_INPUT', message: expect.stringMatching(/^orderBy: YEAR occurs twice/) as string },
  ]);
});
