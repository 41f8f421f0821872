import type { Folders } from '../../dataset/builds/paths.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import type { Logger } from '../../process/logger.ts';
import type { Progress } from '../outcomes/progress.ts';
import type { CompleteFiles } from '../sources/imdb/download.ts';

export interface BuildOptions {
  buildId: string;
  files: CompleteFiles;
  folders: Folders;
  memoryLimit: string;
  /** DuckDB's threads; undefined is one for each core. */
  threads: number | undefined;
  log: Logger;
  progress: Progress;
  /** Votes that a title needs to be in lists of similar titles, and to have one; USUAL_MIN_VOTES if not given. */
  similarMinVotes?: number | undefined;
  /** Whether what TMDB says of titles counts for how similar they are; not if not given. */
  tmdbSimilarity?: boolean | undefined;
  /** Whether odd lines and words are there on purpose. */
  isMadeUp?: boolean | undefined;
  /** The build before, whose files are taken where they are whole and nothing below them has changed. */
  before?: Manifest | undefined;
  /** The build that is served and those before it, be they damaged or of an older format: they have what cannot be made anew. */
  earlier?: readonly Manifest[] | undefined;
  /** Builds that are kept, this one among them: as many are compared with each other; two by default. */
  keepBuilds?: number | undefined;
  /** Whether files are taken of which too much does not fit. */
  force?: boolean | undefined;
  /** The clock, by which TMDB's rows are too old. */
  now?: (() => Date) | undefined;
  signal?: AbortSignal | undefined;
}
