import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';

import types from '../client-preset/generated/possible-types.ts';

/** Sends hashes of documents; the link sends their texts instead once the server says that it knows no hashes. */
const persisted = new PersistedQueryLink({ sha256 });

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

/** In hexadecimal digits; in browsers it works on https and on localhost. */
async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
