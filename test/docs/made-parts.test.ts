import { expect, test } from 'vitest';

import { DOCS_WITH_MADE_PARTS, envExample, readDoc, withMadeParts } from '../support/docs.ts';

test.each(DOCS_WITH_MADE_PARTS)(
  '%s shows examples and settings as the code has them (else: npm run codegen)',
  (path) => {
    expect(withMadeParts(path)).toBe(readDoc(path));
  },
);

test('.env.example holds every setting (else: npm run codegen)', () => {
  expect(readDoc('.env.example')).toBe(envExample());
});
