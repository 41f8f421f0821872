import { createHash } from 'node:crypto';

import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { print } from 'graphql';

import types from '../client-preset/generated/possible-types.ts';

/** Sends hashes of documents; the link sends their texts instead once the server says that it knows no hashes. */
const persisted = new PersistedQueryLink({
  generateHash: (document) => createHash('sha256').update(print(document)).digest('hex'),
});

export function createClient(uri: string): ApolloClient {
  return new ApolloClient({
    // useGETForQueries lets browsers and proxies keep the answers.
    link: persisted.concat(new HttpLink({ uri, useGETForQueries: true })),
    cache: new InMemoryCache({
      // Fragments on Title fit a Movie, too.
      possibleTypes: types.possibleTypes,
      typePolicies: {
        // Pages of the same filter and order are one list.
        Query: { fields: { titles: relayStylePagination(['filter', 'orderBy', 'offset']) } },
      },
    }),
  });
}
