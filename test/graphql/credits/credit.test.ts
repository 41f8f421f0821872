import { expect, test } from 'vitest';
import {
  ask,
  fakeLoaders,
  listOf,
  person,
  personSummary,
  personRole,
  role,
  title,
  titleSummary,
} from '../fake-loaders.ts';

function ofTitle() {
  return listOf([
    { ...role({ billingOrder: 1, characters: ['Herself'] }), person: personSummary({ id: 5 }) },
    { ...role({ billingOrder: 3, category: 'puppeteer', job: 'strings' }), person: null },
  ]).list;
}

test("a title's credits need a single lookup", async () => {
  const { loaders, asked } = fakeLoaders({ titles: [title()], parts: { credits: { ofTitle: async () => ofTitle() } } });
  const source = `{ title(id: "tt0000001") { credits { nodes {
    category categoryName job characters billingOrder
    person { id primaryName birthYear deathYear }
    title { id primaryTitle rating { votes } }
  } } } }`;
  const itself = { id: 'tt0000001', primaryTitle: 'One', rating: { votes: 10 } };
  expect(await ask(source, { loaders })).toEqual({
    data: {
      title: {
        credits: {
          nodes: [
            {
              category: 'ACTRESS',
              categoryName: 'actress',
              job: null,
              characters: ['Herself'],
              billingOrder: 1,
              person: { id: 'nm0000005', primaryName: 'Ann', birthYear: 1970, deathYear: null },
              title: itself,
            },
            {
              category: 'OTHER',
              categoryName: 'puppeteer',
              job: 'strings',
              characters: null,
              billingOrder: 3,
              person: null,
              title: itself,
            },
          ],
        },
      },
    },
  });
  expect(asked).toEqual([
    ['titles.byId', 1],
    ['credits.ofTitle', 1, {}],
  ]);
});

test('the full person is loaded only for fields that their summary lacks', async () => {
  const { loaders, asked } = fakeLoaders({
    titles: [title(), title({ id: 2 })],
    people: [person({ id: 5, knownFor: [2] })],
    parts: { credits: { ofTitle: async () => ofTitle() } },
  });
  const source =
    '{ title(id: "tt0000001") { credits(first: 1) { nodes { person { primaryProfessions knownFor { id } } } } } }';
  expect(await ask(source, { loaders })).toEqual({
    data: {
      title: { credits: { nodes: [{ person: { primaryProfessions: ['actress'], knownFor: [{ id: 'tt0000002' }] } }] } },
    },
  });
  expect(asked.slice(2)).toEqual([
    ['people.byId', 5],
    ['people.byId', 5],
    ['titles.byId', 2],
  ]);
});

test('cast asks for actors, actresses and self', async () => {
  const { loaders, asked } = fakeLoaders({ titles: [title()], parts: { credits: { ofTitle: async () => ofTitle() } } });
  await ask(
    '{ title(id: "tt0000001") { cast { totalCount } credits(categories: [DIRECTOR, OTHER]) { totalCount } } }',
    { loaders },
  );
  expect(asked.slice(1)).toEqual([
    ['credits.ofTitle', 1, { categories: ['actor', 'actress', 'self'] }],
    ['credits.ofTitle', 1, { categories: ['director', 'OTHER'] }],
  ]);
});

test("a person's credits have summaries of titles, and fields that these lack load the full title", async () => {
  const rows = [
    { ...personRole({ category: 'self' }), title: titleSummary({ id: 1 }) },
    { ...personRole({ category: 'self' }), title: null },
  ];
  const { loaders, asked } = fakeLoaders({
    titles: [title()],
    people: [person({ id: 5 })],
    parts: { credits: { ofPerson: async () => listOf(rows).list } },
  });
  const source = `{ person(id: "nm0000005") { credits { nodes {
    title { __typename id startYear genres runtimeMinutes isAdult rating { average } }
    person { id primaryProfessions }
  } } } }`;
  const herself = { id: 'nm0000005', primaryProfessions: ['actress'] };
  expect(await ask(source, { loaders })).toEqual({
    data: {
      person: {
        credits: {
          nodes: [
            {
              title: {
                __typename: 'Movie',
                id: 'tt0000001',
                startYear: 1999,
                genres: [],
                runtimeMinutes: 90,
                isAdult: false,
                rating: { average: 7.5 },
              },
              person: herself,
            },
            { title: null, person: herself },
          ],
        },
      },
    },
  });
  expect(asked.slice(0, 2)).toEqual([
    ['people.byId', 5],
    ['credits.ofPerson', 5, {}, [{ field: 'YEAR', direction: 'DESC' }]],
  ]);
  // Once for each field; the loader makes one of them.
  expect(new Set(asked.slice(2).map(String))).toEqual(new Set(['titles.byId,1']));
});

test("a title's summary is enough for the fields it has", async () => {
  const { loaders, asked } = fakeLoaders({
    people: [person({ id: 5 })],
    parts: { credits: { ofPerson: async () => listOf([{ ...personRole(), title: titleSummary({ id: 1 }) }]).list } },
  });
  await ask('{ person(id: "nm0000005") { credits { nodes { title { id titleType startYear } } } } }', {
    loaders,
  });
  expect(asked.map(([what]) => what)).toEqual(['people.byId', 'credits.ofPerson']);
});

test("a person's credits take job and characters from the credits of the title", async () => {
  const rows = [{ ...personRole({ titleId: 7, billingOrder: 2 }), title: null }];
  const whole = { ...role({ job: 'screenplay', characters: ['Ann'] }), person: null };
  const { loaders, asked } = fakeLoaders({
    people: [person({ id: 5 })],
    parts: { credits: { ofPerson: async () => listOf(rows).list, at: async () => whole } },
  });
  const source = '{ person(id: "nm0000005") { credits { nodes { category job characters billingOrder } } } }';
  expect(await ask(source, { loaders })).toEqual({
    data: {
      person: {
        credits: { nodes: [{ category: 'ACTRESS', job: 'screenplay', characters: ['Ann'], billingOrder: 2 }] },
      },
    },
  });
  expect(new Set(asked.slice(2).map(String))).toEqual(new Set(['credits.at,7,2']));
});

test("a person's credits ask for the filter and the order", async () => {
  const { loaders, asked } = fakeLoaders({
    people: [person()],
    parts: { credits: { ofPerson: async () => listOf([{ ...personRole(), title: null }]).list } },
  });
  const args =
    '(categories: [], titleTypes: [TV_SERIES], orderBy: [{ field: VOTES }, { field: BILLING, direction: ASC }])';
  await ask(`{ person(id: "nm0000001") { credits${args} { totalCount } } }`, { loaders });
  expect(asked[1]).toEqual([
    'credits.ofPerson',
    1,
    { titleTypes: ['tvSeries'] },
    [
      { field: 'VOTES', direction: 'DESC' },
      { field: 'BILLING', direction: 'ASC' },
    ],
  ]);
});

test('a page of credits may have maxLongPage rows', async () => {
  const { loaders } = fakeLoaders({ titles: [title()], parts: { credits: { ofTitle: async () => ofTitle() } } });
  expect(
    (await ask('{ title(id: "tt0000001") { credits(first: 8) { nodes { job } } } }', { loaders })).errors,
  ).toBeUndefined();
  expect(
    (await ask('{ title(id: "tt0000001") { credits(first: 9) { nodes { job } } } }', { loaders })).errors,
  ).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'title.credits' }]);
});
