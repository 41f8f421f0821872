import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { FacetsOfPeopleDocument, FacetsOfTitlesDocument } from '../generated/graphql.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openGateway((await demoBuild(0.001)).folders);
});

afterAll(() => gateway.close());

/** The data of a typed document, as a generated client has it. */
async function ask<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, errors } = await gateway.query(print(document), variables);
  expect(errors).toBeUndefined();
  return data as Data;
}

// The compiler is a part of these tests: no filter is cast on its way back.

test("a title bucket's filter is typed as the variable that it is sent back in", async () => {
  const { titles } = await ask(FacetsOfTitlesDocument, { filter: { types: { any: ['MOVIE'] }, votes: { min: 5 } } });
  const [genre] = titles?.facets?.genre ?? [];
  const [decade] = titles?.facets?.decade ?? [];
  for (const bucket of [genre, decade]) {
    const narrowed = await ask(FacetsOfTitlesDocument, { filter: bucket?.filter });
    expect(narrowed.titles?.totalCount).toBe(bucket?.count);
    expect(bucket?.filter).toMatchObject({ types: { any: ['MOVIE'] }, votes: { min: 5 } });
  }
  const both = await ask(FacetsOfTitlesDocument, { filter: { ...genre?.filter, year: decade?.filter.year } });
  expect(both.titles?.totalCount).toBeLessThanOrEqual(genre?.count ?? 0);
});

test("a person bucket's filter is typed as the variable that it is sent back in", async () => {
  const { people } = await ask(FacetsOfPeopleDocument, { filter: { birthYear: { min: 1950 } } });
  const [bucket] = people?.facets?.profession ?? [];
  const narrowed = await ask(FacetsOfPeopleDocument, { filter: bucket?.filter });
  expect(narrowed.people?.totalCount).toBe(bucket?.count);
});
