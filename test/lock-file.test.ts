import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

interface LockEntry {
  version: string;
  integrity?: string;
  resolved?: string;
}

const LOCK = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, LockEntry>;
};

/** All but the project itself, of whatever platform they are. */
const packages = Object.entries(LOCK.packages).filter(([path]) => path !== '');

test('package-lock.json has an integrity for every package, also those of other platforms', () => {
  expect(packages.length).toBeGreaterThan(500);
  expect(packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
});

test('package-lock.json names no address that packages came from', () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
