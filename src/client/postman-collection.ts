import type { Operation } from './operations.ts';

/** A collection as Postman, Insomnia, Bruno and Hoppscotch import it. */
export interface PostmanCollection {
  info: { name: string; description: string; schema: string };
  item: PostmanItem[];
  variable: { key: string; value: string }[];
}

export interface PostmanItem {
  name: string;
  request: {
    method: 'POST';
    header: { key: string; value: string }[];
    url: { raw: string; host: string[]; path: string[] };
    description: string;
    /** `variables` is JSON as text. */
    body: { mode: 'graphql'; graphql: { query: string; variables: string } };
  };
}

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** The collection of format 2.1 with a request for each operation, to a server whose address is a variable. */
export function postmanCollection(operations: readonly Operation[]): PostmanCollection {
  return {
    info: {
      name: 'marquee',
      description: 'Films, series and people of IMDb. Set baseUrl to the address of your server, without a path.',
      schema: SCHEMA,
    },
    item: operations.map(({ name, title, text, variables }) => ({
      name,
      request: {
        method: 'POST',
        header: [
          { key: 'content-type', value: 'application/json' },
          { key: 'accept', value: 'application/graphql-response+json, application/json;q=0.9' },
        ],
        url: { raw: '{{baseUrl}}/graphql', host: ['{{baseUrl}}'], path: ['graphql'] },
        description: title,
        body: { mode: 'graphql', graphql: { query: text, variables: JSON.stringify(variables, null, 2) } },
      },
    })),
    variable: [{ key: 'baseUrl', value: 'http://localhost:4000' }],
  };
}
