/** A file of the snapshot of TMDB's data, `TMDB_DIR/snapshot/<name>.ndjson.gz`. */
export const TMDB_SNAPSHOT_NAMES = [
  'tmdb.titles',
  'tmdb.people',
  'tmdb.credits',
  'tmdb.recommendations',
  'tmdb.alternative_titles',
  'tmdb.collections',
  'tmdb.episodes',
  'tmdb.gone',
] as const;

export type TmdbSnapshotName = (typeof TMDB_SNAPSHOT_NAMES)[number];

/** Format of the snapshot that this program reads and writes. */
export const SNAPSHOT_FORMAT = 1;

/** `snapshot.json`: the files of a snapshot of TMDB's data. It is written last, when they are there. */
export interface TmdbSnapshot {
  format: number;
  /** ISO 8601, UTC. */
  madeAt: string;
  files: SnapshotFile[];
}

/** A file of the snapshot: `<name>.ndjson.gz`. */
export interface SnapshotFile {
  name: TmdbSnapshotName;
  /** Compressed size in bytes. */
  bytes: number;
  sha256: string;
  /** Number of lines. */
  rows: number;
  /** When the oldest and the newest of its rows were asked of TMDB, in ISO 8601, UTC; null without rows. */
  oldestFetchedAt: string | null;
  newestFetchedAt: string | null;
}

/** What is wrong with a parsed `snapshot.json`, completing the sentence `snapshot.json …`; undefined where nothing is. */
export function snapshotProblem(value: unknown): string | undefined {
  const { format, files } = (value ?? {}) as { format?: unknown; files?: unknown };
  if (typeof format !== 'number' || !Array.isArray(files)) return 'is not that of a snapshot';
  if (format !== SNAPSHOT_FORMAT) return `is of format ${format}, this program reads ${SNAPSHOT_FORMAT}`;
  const named = new Map(files.map((file: unknown) => [(file as { name?: unknown } | null)?.name, file]));
  const wrong = TMDB_SNAPSHOT_NAMES.find((name) => !isSnapshotFile(named.get(name)));
  return wrong === undefined ? undefined : `says nothing of ${wrong}`;
}

function isSnapshotFile(value: unknown): value is SnapshotFile {
  if (typeof value !== 'object' || value === null) return false;
  const { bytes, sha256, rows } = value as Partial<Record<keyof SnapshotFile, unknown>>;
  return (
    [bytes, rows].every((number) => Number.isSafeInteger(number) && Number(number) >= 0) &&
    /^[0-9a-f]{64}$/.test(String(sha256))
  );
}
