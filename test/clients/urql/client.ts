import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';

import types from '../client-preset/generated/possible-types.ts';

export function createClient(url: string): Client {
  return new Client({
    url,
    // Browsers and proxies keep answers to GET; longer queries are sent as POST.
    preferGetMethod: 'within-url-limit',
    exchanges: [
      cacheExchange({
        // Fragments on Title fit a Movie, too.
        possibleTypes: types.possibleTypes,
        // Types without an id of their own are kept inside what they belong to.
        keys: { Rating: () => null, Credit: () => null },
        // Pages of the same filter and order are one list.
        resolvers: { Query: { titles: relayPagination() } },
      }),
      // Sends hashes of documents, and their texts instead once the server says that it knows no hashes.
      persistedExchange(),
      fetchExchange,
    ],
  });
}
