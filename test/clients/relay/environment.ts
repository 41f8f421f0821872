import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import type { GraphQLResponse } from 'relay-runtime';

export function createEnvironment(url: string): Environment {
  const network = Network.create(async ({ text }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}
