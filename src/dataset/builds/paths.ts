import { join, resolve } from 'node:path';

/** The folders of the data. Each may be on a mount of its own. */
export interface Folders {
  /** The seven files as downloaded. */
  downloads: string;
  /** Builds, each in a folder named after its id, and the staging folder of a build in progress. */
  builds: string;
  /** Pointer, lock and download state. */
  meta: string;
  /** DuckDB's temporary files only. */
  tmp: string;
  /** The text of the source files, extracted on request; undefined where no folder is named for it. */
  extracted?: string | undefined;
  /** What was fetched of TMDB, and its snapshot, of which builds are made. */
  tmdb?: string | undefined;
  /** `DATA_DIR=data/demo`, where a command in another shell has to be told so to find them. */
  setting?: string | undefined;
}

/** How a person calls a command of this program over these folders, in backquotes. */
export function commandOver({ setting }: Pick<Folders, 'setting'>, command: string): string {
  return `\`${setting === undefined ? '' : `${setting} `}npx marquee ${command}\``;
}

/** The folders inside a data folder, except those that are given in `named`. */
export function foldersIn(dataFolder: string, named: Partial<Folders> = {}): Folders {
  return {
    downloads: resolve(named.downloads ?? join(dataFolder, 'downloads')),
    builds: resolve(named.builds ?? join(dataFolder, 'parquet_builds')),
    meta: resolve(named.meta ?? dataFolder),
    tmp: resolve(named.tmp ?? join(dataFolder, 'tmp')),
    tmdb: resolve(named.tmdb ?? join(dataFolder, 'tmdb')),
    ...(named.extracted !== undefined && { extracted: resolve(named.extracted) }),
  };
}

/** The folder of a build. */
export function buildFolder(folders: Pick<Folders, 'builds'>, buildId: string): string {
  return join(folders.builds, buildId);
}

/** The folder of a build before its promotion, on the same mount, so that promotion is a rename. */
export function stagingFolder(folders: Pick<Folders, 'builds'>, buildId: string): string {
  return join(folders.builds, `${STAGING_PREFIX}${buildId}`);
}

export const STAGING_PREFIX = '.tmp-';
export const MANIFEST_FILE = 'manifest.json';

/** Folder of the snapshot of TMDB's data below TMDB_DIR, and the file in it that says what is there. */
export const TMDB_SNAPSHOT_FOLDER = 'snapshot';
export const TMDB_SNAPSHOT_FILE = 'snapshot.json';

/** File of the snapshot that holds the rows of a table. */
export function tmdbSnapshotFile(name: string): string {
  return `${name}.ndjson.gz`;
}

/** Path of a table of one file inside the folder of a build, with forward slashes, as in the manifest. */
export function tableFile(name: string): string {
  return `tables/${name}.parquet`;
}
/** Folder of the parts of a table, which are all of its files: `tables/<name>/*.parquet`. */
export function partsFolder(name: string): string {
  return `tables/${name}`;
}
/** Path of a part of a table, by its number from 0. */
export function partFile(name: string, number: number): string {
  return `${partsFolder(name)}/${String(number).padStart(5, '0')}.parquet`;
}
export function sortedTableFile(name: string): string {
  return `lookup/${name}.duckdb`;
}
export function documentsFile(name: string): string {
  return `lookup/${name}.docs`;
}

export function postingsFile(name: string): string {
  return `lookup/${name}.postings`;
}

/** A term dictionary of search. */
export function termsFile(name: string): string {
  return `lookup/${name}.dictionary`;
}

/** The columns of rated titles. */
export function ratedTitlesFile(): string {
  return 'lookup/rated_titles.columns';
}

/** The graph of credits. */
export function creditGraphFile(): string {
  return 'lookup/credit_graph.adjacency';
}

/** Whether a path inside the folder of a build is an index, which the tables can replace. */
export function isIndexFile(file: string): boolean {
  return file.startsWith('lookup/');
}

/** Whether a build that has lost a file still has all of IMDb's data: the file is an index, or a table of TMDB's. */
export function canBeSpared(file: string): boolean {
  return isIndexFile(file) || isTmdbFile(file);
}

/** Whether a path inside the folder of a build is of TMDB's data. */
export function isTmdbFile(file: string): boolean {
  return /^(tables|lookup)\/tmdb_/.test(file);
}

export function pointerPath(folders: Pick<Folders, 'meta'>): string {
  return join(folders.meta, 'current.json');
}

/** A build id: the UTC time at which the build was started, `20261121T013000Z`, with `-n` if that id is taken. */
export const BUILD_ID = /^[0-9]{8}T[0-9]{6}Z(-[0-9]+)?$/;

export function buildIdAt(time: Date): string {
  return time
    .toISOString()
    .replace(/\.[0-9]+/, '')
    .replaceAll(/[-:]/g, '');
}
