import { expect, test } from 'vitest';
import { ask, fakeLoaders, listOf, person, personRole, title, titleSummary } from '../fake-loaders.ts';

const SERIES = title({ id: 10, titleType: 'tvSeries' });

function episode(
  id: number,
  position: { seriesId?: number; seasonNumber?: number | null; episodeNumber?: number | null } = {},
) {
  return title({
    id,
    titleType: 'tvEpisode',
    position: { seriesId: 10, seasonNumber: 1, episodeNumber: id, ...position },
  });
}

test('seasons are in the order of the loader, and seasonCount counts the numbered ones', async () => {
  const { loaders, asked } = fakeLoaders({
    titles: [SERIES],
    parts: { episodes: { seasons: async () => [1, 2, null], ofSeries: async () => listOf([episode(1)]).list } },
  });
  const source =
    '{ title(id: "tt0000010") { ... on Series { seasonCount seasons { number episodes { nodes { id episodeNumber } } } } } }';
  const episodes = { nodes: [{ id: 'tt0000001', episodeNumber: 1 }] };
  expect(await ask(source, { loaders })).toEqual({
    data: { title: { seasonCount: 2, seasons: [1, 2, null].map((number) => ({ number, episodes })) } },
  });
  expect(asked.filter(([name]) => name === 'episodes.ofSeries').map(([, ...args]) => args)).toEqual(
    [1, 2, null].map((season) => [10, season, [{ field: 'NUMBER', direction: 'ASC' }]]),
  );
  expect(asked.filter(([name]) => name === 'titles.byId')).toHaveLength(1);
});

test('node and nodes find the seasons that a series has, by the ids that these have', async () => {
  const { loaders } = fakeLoaders({
    titles: [SERIES, title({ id: 11 })],
    parts: { episodes: { seasons: async () => [0, 2, null], ofSeries: async () => listOf([episode(1)]).list } },
  });
  const source = '{ title(id: "tt0000010") { ... on Series { seasons { __typename id } } } }';
  const ids = [0, 2, 'unknown'].map((number) => `tt0000010/season/${number}`);
  const seasons = ids.map((id) => ({ __typename: 'Season', id }));
  expect(await ask(source, { loaders })).toEqual({ data: { title: { seasons } } });
  const missing = ['tt0000010/season/1', 'tt0000011/season/0', 'tt0000099/season/0'];
  const again = `query ($ids: [ID!]!, $id: ID!) {
    a: nodes(ids: $ids) { __typename id }
    b: nodes(ids: ["${missing.join('", "')}"]) { id }
    node(id: $id) { ... on Season { number episodes { nodes { id } } } }
  }`;
  expect(await ask(again, { loaders, variables: { ids, id: ids[1] } })).toEqual({
    data: { a: seasons, b: [null, null, null], node: { number: 2, episodes: { nodes: [{ id: 'tt0000001' }] } } },
  });
});

test('episodes of a series are those of all seasons or of one, in the requested order', async () => {
  const { loaders, asked } = fakeLoaders({
    titles: [SERIES],
    parts: { episodes: { ofSeries: async () => listOf([episode(1)]).list } },
  });
  const source = `{ title(id: "tt0000010") { ... on Series {
    all: episodes { totalCount }
    same: episodes(season: null, orderBy: []) { totalCount }
    second: episodes(season: 2, orderBy: [{ field: RATING, direction: DESC }, { field: YEAR }]) { totalCount }
  } } }`;
  await ask(source, { loaders });
  expect(asked.slice(1)).toEqual([
    ['episodes.ofSeries', 10, undefined, [{ field: 'NUMBER', direction: 'ASC' }]],
    ['episodes.ofSeries', 10, undefined, [{ field: 'NUMBER', direction: 'ASC' }]],
    [
      'episodes.ofSeries',
      10,
      2,
      [
        { field: 'RATING', direction: 'DESC' },
        { field: 'YEAR', direction: 'ASC' },
      ],
    ],
  ]);
});

const EPISODE_FIELDS =
  '... on Episode { series { id } seasonNumber episodeNumber previousEpisode { id } nextEpisode { id } }';

test('an episode links to its series and its neighbours', async () => {
  const { loaders } = fakeLoaders({
    titles: [SERIES, episode(2)],
    parts: { episodes: { neighbours: async () => ({ previous: episode(1), next: null }) } },
  });
  expect(await ask(`{ title(id: "tt0000002") { ${EPISODE_FIELDS} } }`, { loaders })).toEqual({
    data: {
      title: {
        series: { id: 'tt0000010' },
        seasonNumber: 1,
        episodeNumber: 2,
        previousEpisode: { id: 'tt0000001' },
        nextEpisode: null,
      },
    },
  });
});

test('an episode that IMDb names no series for has no links, and loads none', async () => {
  const { loaders, asked } = fakeLoaders({ titles: [title({ titleType: 'tvEpisode' })] });
  expect(await ask(`{ title(id: "tt0000001") { ${EPISODE_FIELDS} } }`, { loaders })).toEqual({
    data: {
      title: { series: null, seasonNumber: null, episodeNumber: null, previousEpisode: null, nextEpisode: null },
    },
  });
  expect(asked).toEqual([['titles.byId', 1]]);
});

test.each([
  ['is not in the data', 99],
  ['is not a series', 3],
])('series is null where the parent %s', async (_what, seriesId) => {
  const { loaders } = fakeLoaders({ titles: [title({ id: 3 }), episode(1, { seriesId, seasonNumber: null })] });
  expect(
    await ask('{ title(id: "tt0000001") { ... on Episode { series { id } seasonNumber } } }', { loaders }),
  ).toEqual({
    data: { title: { series: null, seasonNumber: null } },
  });
});

test('the full episode is loaded for a summary of it', async () => {
  const rows = [{ ...personRole(), title: titleSummary({ id: 2, titleType: 'tvEpisode' }) }];
  const { loaders, asked } = fakeLoaders({
    titles: [episode(2)],
    people: [person()],
    parts: { credits: { ofPerson: async () => listOf(rows).list } },
  });
  const source =
    '{ person(id: "nm0000001") { credits { nodes { title { primaryTitle ... on Episode { seasonNumber episodeNumber } } } } } }';
  expect(await ask(source, { loaders })).toEqual({
    data: { person: { credits: { nodes: [{ title: { primaryTitle: 'One', seasonNumber: 1, episodeNumber: 2 } }] } } },
  });
  expect(asked.slice(2)).toEqual([
    ['titles.byId', 2],
    ['titles.byId', 2],
    ['titles.byId', 2],
  ]);
});
