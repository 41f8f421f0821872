import { expect, test } from 'vitest';

import { openLane } from '../../open-lane.ts';
import { rawRequest } from '../../raw-request.ts';

const HASH = '1efe041ccba67b7787ccee0701ce857beedbfa960ede2226fdcd31c811274854';
const VARIABLES = '%7B%22n%22%3A1%7D';
const RESPONSE_JSON = 'application/graphql-response+json';
const URQL = `${RESPONSE_JSON}, application/graphql+json, application/json, text/event-stream, multipart/mixed`;
const NOT_SUPPORTED =
  '{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}';

interface Client {
  accept: string;
  /** The bytes of its first request, which has no text. */
  body: string;
  search: string;
}

/** As they are sent by Apollo Client 3.14 and 4.3 with a persisted queries link, and by urql 6.0 with its exchange. */
const CLIENTS: Record<string, Client> = {
  'Apollo Client 3': {
    accept: '*/*',
    body: `{"operationName":"E","variables":{"n":1},"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${HASH}"}}}`,
    search: `operationName=E&variables=${VARIABLES}&extensions=%7B%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%22${HASH}%22%7D%7D`,
  },
  'Apollo Client 4': {
    accept: `${RESPONSE_JSON},application/json;q=0.9`,
    body: `{"operationName":"E","variables":{"n":1},"extensions":{"clientLibrary":{"name":"@apollo/client","version":"4.3.8"},"persistedQuery":{"version":1,"sha256Hash":"${HASH}"}}}`,
    search: `operationName=E&variables=${VARIABLES}&extensions=%7B%22clientLibrary%22%3A%7B%22name%22%3A%22%40apollo%2Fclient%22%2C%22version%22%3A%224.3.8%22%7D%2C%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%22${HASH}%22%7D%7D`,
  },
  urql: {
    accept: URQL,
    body: `{"extensions":{"persistedQuery":{"sha256Hash":"${HASH}","version":1}},"operationName":"E","variables":{"n":1}}`,
    search: `operationName=E&variables=${VARIABLES}&extensions=%7B%22persistedQuery%22%3A%7B%22sha256Hash%22%3A%22${HASH}%22%2C%22version%22%3A1%7D%7D`,
  },
};

/** What they send then, of the same document. */
const TEXT = 'query E($n: Int) {\\n  echo(n: $n)\\n}';
const SEARCH_TEXT = 'query=query+E%28%24n%3A+Int%29+%7B%0A++echo%28n%3A+%24n%29%0A%7D';

test.each(Object.entries(CLIENTS))('%s is told by POST and GET to send the text', async (_, client) => {
  const { server } = await openLane();
  const url = `${server.url}/graphql`;
  const headers = { accept: client.accept, 'content-type': 'application/json' };
  const mediaType = client.accept.startsWith(RESPONSE_JSON) ? RESPONSE_JSON : 'application/json';
  for (const answer of [
    await rawRequest(url, { method: 'POST', headers, body: client.body }),
    await rawRequest(`${url}?${client.search}`, { headers }),
  ]) {
    expect([answer.status, answer.text]).toEqual([200, NOT_SUPPORTED]);
    expect(answer.headers).toMatchObject({
      'content-type': `${mediaType}; charset=utf-8`,
      'cache-control': 'no-store',
    });
    expect(answer.headers.etag).toBeUndefined();
  }
});

test.each(Object.entries(CLIENTS))('%s is answered by both lanes if it sends the text', async (_, client) => {
  const { server, takeLeft } = await openLane();
  const url = `${server.url}/graphql`;
  const headers = { accept: client.accept, 'content-type': 'application/json' };
  const withText = `{"query":"${TEXT}",${client.body.slice(1)}`;
  const data = { echo: '{"n":1}' };
  for (const left of [1, 0, 0]) {
    const answer = await rawRequest(url, { method: 'POST', headers, body: withText });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { data }]);
    expect(takeLeft()).toBe(left);
  }
  const answer = await rawRequest(`${url}?${SEARCH_TEXT}&${client.search}`, { headers });
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { data }]);
  expect(answer.headers['cache-control']).toBe('public, max-age=60');
  expect(takeLeft()).toBe(0);
});

test.each([
  ['{"extensions":{"persistedQuery":"x"}}', /document is missing/],
  ['{"extensions":{"persistedQuery":null}}', /document is missing/],
  ['{"extensions":{"clientLibrary":{}}}', /document is missing/],
  ['{"extensions":[{"persistedQuery":{}}]}', /document is missing/],
  ['{"query":7,"extensions":{"persistedQuery":{}}}', /must be text/],
  ['{"query":"{ hello }","extensions":[]}', /must be a JSON object/],
])('%s is refused, even if the document is known', async (body, message) => {
  const { server, learn } = await openLane();
  await learn('{ hello }');
  const headers = { 'content-type': 'application/json' };
  const answer = await rawRequest(`${server.url}/graphql`, { method: 'POST', headers, body });
  expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(message)]);
});
