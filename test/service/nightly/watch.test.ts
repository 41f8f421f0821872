import { expect, test } from 'vitest';

import { withoutAddresses } from '../../../src/service/nightly/watch.ts';

test.each([
  [
    'title.basics.tsv.gz: no answer from https://datasets.example/title.basics.tsv.gz (ECONNREFUSED)',
    'title.basics.tsv.gz: no answer from the server (ECONNREFUSED)',
  ],
  [
    'title.crew.tsv.gz: http://10.0.0.7:8080/imdb/title.crew.tsv.gz answered 503 Service Unavailable, expected 200',
    'title.crew.tsv.gz: the server answered 503 Service Unavailable, expected 200',
  ],
  [
    'title.crew.tsv.gz: https://datasets.example/x redirects to "http://login.example/", which is not https',
    'title.crew.tsv.gz: the server redirects to another address, which is not https',
  ],
  ['/srv/imdb/title.crew.tsv.gz: no such file', 'title.crew.tsv.gz: no such file'],
])('withoutAddresses makes a sentence of "%s"', (text, expected) => {
  expect(withoutAddresses(text)).toBe(expected);
});
