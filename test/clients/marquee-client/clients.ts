import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';

// In your project: from 'marquee/client'.
import { introspection, keys, possibleTypes, resolvers, typePolicies } from '../../../client/index.js';

/** Apollo with all that its cache should know of the schema. */
export function createApollo(uri: string): ApolloClient {
  const cache = new InMemoryCache({ possibleTypes, typePolicies: typePolicies(relayStylePagination) });
  return new ApolloClient({ link: new HttpLink({ uri, useGETForQueries: true }), cache });
}

/** urql with all that its cache should know of the schema. */
export function createUrql(url: string): Client {
  const cache = cacheExchange({ schema: introspection, keys, resolvers: resolvers(relayPagination()) });
  return new Client({ url, exchanges: [cache, fetchExchange], preferGetMethod: 'within-url-limit' });
}
