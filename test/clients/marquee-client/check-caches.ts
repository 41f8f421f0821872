/** Sends each document of the package with both clients, and tells whether their caches give back what was said. */
import { isDeepStrictEqual } from 'node:util';

import type { DocumentNode } from 'graphql';
import { print } from 'graphql';

import * as marquee from '../../../client/index.js';
import { createApollo, createUrql } from './clients.ts';

const url = process.argv[2] ?? 'http://localhost:4000/graphql';
const [apollo, urql] = [createApollo(url), createUrql(url)];

for (const [name, value] of Object.entries(marquee)) {
  if (!name.endsWith('Document')) continue;
  const document = value as DocumentNode;
  const query = print(document);
  // Those with variables need values to try, which the package has for Postman alone.
  if (query.includes('$')) continue;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const said = ((await response.json()) as { data: object }).data;
  const kept = await apollo.query({ query: document, fetchPolicy: 'network-only' });
  const keptToo = await urql.query(document, {}, { requestPolicy: 'network-only' });
  const same = [kept.data, keptToo.data].map((answer) => isDeepStrictEqual(plain(answer), plain(said)));
  console.log(`${name}: ${same.map((one) => (one ? 'the same' : 'another')).join(', ')}`);
}
apollo.stop();

/** Without the names of types, which caches add to what they ask for. */
function plain(answer: unknown): unknown {
  const text = JSON.stringify(answer, (key, value: unknown) => (key === '__typename' ? undefined : value));
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}
