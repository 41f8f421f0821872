import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';

import { createSchema, createYoga } from 'graphql-yoga';

/**
 * The ceiling: Yoga as it comes, whose `title` is always the same. What marquee is slower than this, its plugins and
 * its data cost.
 */
const TITLE = {
  __typename: 'Movie',
  id: 'tt0111161',
  titleTypeName: 'movie',
  primaryTitle: 'The constant film',
  startYear: 1994,
  runtimeMinutes: 142,
  rating: { average: 9.3, votes: 2_900_000 },
};

const typeDefs = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8');
const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers: { Query: { title: () => TITLE } } }),
  logging: false,
  graphiql: false,
  landingPage: false,
});
const server = createServer((request, response) => void yoga(request, response));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port} \n`);
