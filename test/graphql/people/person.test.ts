import { expect, test } from 'vitest';
import { ask, fakeLoaders, listOf, person, title } from '../fake-loaders.ts';

test('person answers every plain field from one lookup', async () => {
  const { loaders, asked } = fakeLoaders({ people: [person({ id: 151 })] });
  const source = '{ person(id: "nm0000151") { id imdbUrl primaryName birthYear deathYear primaryProfessions } }';
  expect(await ask(source, { loaders })).toEqual({
    data: {
      person: {
        id: 'nm0000151',
        imdbUrl: 'https://www.imdb.com/name/nm0000151/',
        primaryName: 'Ann',
        birthYear: 1970,
        deathYear: null,
        primaryProfessions: ['actress'],
      },
    },
  });
  expect(asked).toEqual([['people.byId', 151]]);
});

test('professions are the enum values of primaryProfessions, OTHER for a newer word', async () => {
  const { loaders } = fakeLoaders({
    people: [
      person({ primaryProfessions: ['make_up_department', 'dream_weaver', 'actress'] }),
      person({ id: 2, primaryProfessions: [] }),
    ],
  });
  const source = `{
    person(id: "nm0000001") { professions primaryProfessions }
    none: person(id: "nm0000002") { professions }
  }`;
  expect(await ask(source, { loaders })).toEqual({
    data: {
      person: {
        professions: ['MAKE_UP_DEPARTMENT', 'OTHER', 'ACTRESS'],
        primaryProfessions: ['make_up_department', 'dream_weaver', 'actress'],
      },
      none: { professions: [] },
    },
  });
});

test('primaryName falls back to the id', async () => {
  const { loaders } = fakeLoaders({ people: [person({ primaryName: null })] });
  expect(await ask('{ person(id: "nm0000001") { primaryName } }', { loaders })).toEqual({
    data: { person: { primaryName: 'nm0000001' } },
  });
});

test('knownFor keeps the order and leaves dangling ids out', async () => {
  const { loaders, asked } = fakeLoaders({
    titles: [title({ id: 1 }), title({ id: 2, titleType: 'video' })],
    people: [person({ knownFor: [2, 9, 1] })],
  });
  expect(await ask('{ person(id: "nm0000001") { knownFor { __typename id } } }', { loaders })).toEqual({
    data: {
      person: {
        knownFor: [
          { __typename: 'Video', id: 'tt0000002' },
          { __typename: 'Movie', id: 'tt0000001' },
        ],
      },
    },
  });
  expect(asked.slice(1)).toEqual([
    ['titles.byId', 2],
    ['titles.byId', 9],
    ['titles.byId', 1],
  ]);
});

test('directors and writers list the crew by role', async () => {
  const crew = [person({ id: 3 }), person({ id: 4 })];
  const { loaders, asked } = fakeLoaders({
    titles: [title()],
    parts: { crew: { ofTitle: async () => listOf(crew).list } },
  });
  const source =
    '{ title(id: "tt0000001") { directors { nodes { id primaryName } } writers(first: 1) { nodes { id } } } }';
  expect(await ask(source, { loaders })).toEqual({
    data: {
      title: {
        directors: {
          nodes: [
            { id: 'nm0000003', primaryName: 'Ann' },
            { id: 'nm0000004', primaryName: 'Ann' },
          ],
        },
        writers: { nodes: [{ id: 'nm0000003' }] },
      },
    },
  });
  expect(asked.slice(1)).toEqual([
    ['crew.ofTitle', 1, 'directors'],
    ['crew.ofTitle', 1, 'writers'],
  ]);
});

test('people asks for the most credits first, and for the ids of the filter', async () => {
  const { loaders, asked } = fakeLoaders({ parts: { people: { list: () => listOf([person()]).list } } });
  await ask(
    '{ people { totalCount } some: people(filter: { ids: ["nm0000001"] }, orderBy: [{ field: NAME, direction: ASC }]) { totalCount } }',
    {
      loaders,
    },
  );
  expect(asked).toEqual([
    ['people.list', {}, [{ field: 'CREDITS', direction: 'DESC' }]],
    ['people.list', { ids: [1] }, [{ field: 'NAME', direction: 'ASC' }]],
  ]);
});
