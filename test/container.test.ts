import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const ROOT = new URL('../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

test('the Dockerfile copies what is there, and .dockerignore lets it in', () => {
  const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  );
  expect(copied.length).toBeGreaterThan(2);
  const allowed = read('.dockerignore').match(/^!.+/gm) ?? [];
  for (const path of copied) {
    expect(existsSync(new URL(path, ROOT)), path).toBe(true);
    expect(allowed).toContain(`!${path}`);
  }
});

test('the image and the compose file agree on folders and port', () => {
  const compose = read('docker-compose.yml');
  const mounted = [...compose.matchAll(/^ +- \w+:(\/data\/\w+)$/gm)].map(([, path = '']) => path);
  expect(mounted).toHaveLength(5);
  for (const path of mounted) expect(read('Dockerfile')).toContain(path);
  expect(compose).toContain(':4000');
  expect(read('Dockerfile')).toContain('PORT=4000');
});
