import { join, resolve } from 'node:path';

/** The folders the product works in. Each may be on a mount of its own. */
export interface Folders {
  /** The seven files as downloaded. */
  downloads: string;
  /** Builds, each in a folder named after its id, and the staging folder of the one being made. */
  builds: string;
  /** Pointer, lock and download state. */
  meta: string;
  /** DuckDB's spill, nothing else. */
  tmp: string;
}

/** Where the folders are, inside a data folder and unless they are named. */
export function foldersIn(dataFolder: string, named: Partial<Folders> = {}): Folders {
  return {
    downloads: resolve(named.downloads ?? join(dataFolder, 'downloads')),
    builds: resolve(named.builds ?? join(dataFolder, 'parquet_builds')),
    meta: resolve(named.meta ?? dataFolder),
    tmp: resolve(named.tmp ?? join(dataFolder, 'tmp')),
  };
}

/** A build's folder. */
export function buildFolder(folders: Pick<Folders, 'builds'>, buildId: string): string {
  return join(folders.builds, buildId);
}

/** Where a build is made before it is promoted: on the same mount, so that promotion is a rename. */
export function stagingFolder(folders: Pick<Folders, 'builds'>, buildId: string): string {
  return join(folders.builds, `${STAGING_PREFIX}${buildId}`);
}

export const STAGING_PREFIX = '.tmp-';
export const MANIFEST_FILE = 'manifest.json';

/** Paths inside a build's folder, with forward slashes, as the manifest names them. */
export function tableFile(name: string): string {
  return `tables/${name}.parquet`;
}
export function scanFile(name: string): string {
  return `lookup/${name}.duckdb`;
}
export function documentsFile(name: string): string {
  return `lookup/${name}.docs`;
}

export function postingsFile(name: string): string {
  return `lookup/${name}.postings`;
}

export function ratedTitlesFile(): string {
  return 'lookup/rated_titles.columns';
}

/** Whether a path inside a build's folder is that of an index, which the tables can take the place of. */
export function isIndexFile(file: string): boolean {
  return file.startsWith('lookup/');
}

export function pointerPath(folders: Pick<Folders, 'meta'>): string {
  return join(folders.meta, 'current.json');
}

/** A build id is the UTC time at which its making began, `20261121T013000Z`, with `-n` after it where that is taken. */
export const BUILD_ID = /^[0-9]{8}T[0-9]{6}Z(-[0-9]+)?$/;

export function buildIdAt(time: Date): string {
  return time
    .toISOString()
    .replace(/\.[0-9]+/, '')
    .replaceAll(/[-:]/g, '');
}
