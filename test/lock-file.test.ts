import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

interface LockEntry {
  version: string;
  integrity?: string;
  resolved?: string;
  inBundle?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const LOCKS = ['package-lock.json', 'test/clients/package-lock.json'];

/** All but the project itself, of whatever platform they are. */
function packagesOf(lock: string): [path: string, entry: LockEntry][] {
  const text = readFileSync(new URL(`../${lock}`, import.meta.url), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, LockEntry> };
  // What a package brings in its own archive has that archive's integrity.
  return Object.entries(packages).filter(([path, { inBundle }]) => path !== '' && inBundle !== true);
}

test.each(LOCKS)('%s has an integrity for every package, also those of other platforms', (lock) => {
  const packages = packagesOf(lock);
  expect(packages.length).toBeGreaterThan(300);
  expect(packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
});

test.each(LOCKS)('%s names no address that packages came from', (lock) => {
  expect(packagesOf(lock).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test.each(LOCKS)('%s has every package that another one names, which npm ci demands also of optional ones', (lock) => {
  const packages = packagesOf(lock);
  const there = new Set(
    packages.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  const named = packages.flatMap(([, entry]) => Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }));
  expect(named.length).toBeGreaterThan(300);
  expect([...new Set(named)].filter((name) => !there.has(name))).toEqual([]);
});
