import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';

import { z } from 'zod';

import { foldersIn } from './dataset/layout.ts';
import { UsageError } from './errors.ts';

/** Where IMDb publishes the datasets. */
const IMDB_BASE_URL = 'https://datasets.imdbws.com';

/** What a server in another process gets at least to leave a build that was replaced. */
const PRUNE_GRACE_MS = 600_000;

const seconds = (fallback: number) =>
  z.coerce
    .number()
    .positive()
    // Node's timers hold no more milliseconds than these; beyond, they would fire at once.
    .max(2_147_483)
    .default(fallback)
    .transform((value) => value * 1000);
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const list = z
  .string()
  .optional()
  .transform((text) =>
    (text ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
const memory = z.string().regex(/^[0-9]+(\.[0-9]+)? ?[KMGT]i?B$/i, 'expected a size such as 2GiB');
const timeZone = z.string().refine(isTimeZone, 'expected a time zone such as Europe/Berlin').optional();
const yesOrNo = z.stringbool({ error: 'expected true or false' });

/** Every setting, by the name of its environment variable. Times without a unit are seconds. */
const settings = z.object({
  DATA_DIR: z.string().min(1).default('data').describe('Parent of the folders below'),
  DOWNLOAD_DIR: z.string().min(1).optional().describe('The seven files as downloaded; `DATA_DIR/downloads` if not set'),
  PARQUET_DIR: z.string().min(1).optional().describe('The builds; `DATA_DIR/parquet_builds` if not set'),
  META_DIR: z.string().min(1).optional().describe('Pointer, lock and download state; `DATA_DIR` if not set'),
  TMP_DIR: z.string().min(1).optional().describe("DuckDB's spill; `DATA_DIR/tmp` if not set"),
  LOG_DIR: z.string().min(1).optional().describe('Daily log files; none are written if not set'),
  LOG_KEEP: count(14).describe('Log files kept, one a day'),
  INGEST_LOCK_STALE_SECONDS: z
    .string()
    .optional()
    .describe('No longer needed: the lock is free as soon as its holder is gone'),
  IMDB_BASE_URL: z
    .url({ protocol: /^(https?|file)$/, error: 'expected an address that begins with https:, http: or file:' })
    .refine((address) => new URL(address).username === '', 'expected an address without a user and password')
    .default(IMDB_BASE_URL)
    .describe('Where the files are published; `file:///folder/` for files at hand'),
  DOWNLOAD_CONCURRENCY: z.coerce.number().int().min(1).max(7).default(3).describe('Files fetched at a time, at most 7'),
  DOWNLOAD_RETRIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(20)
    .default(5)
    .describe('Attempts after the first, for the network, 429 and 5xx'),
  DOWNLOAD_TIMEOUT: seconds(3600).describe('The most that one file may take, with all attempts'),
  DOWNLOAD_IDLE_TIMEOUT: seconds(60).describe('A server that sends nothing for this long has failed'),
  DOWNLOAD_REDIRECT_HOSTS: list.describe('Hosts that a redirect may lead to, beside the one that was asked'),
  ENABLE_AKAS: yesOrNo.default(true).describe('Whether alternative titles are downloaded and put into the next build'),
  MAX_SHRINK: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.02)
    .describe('The share of its rows that a table may lose from one build to the next'),
  KEEP_BUILDS: count(2).describe('Builds kept: the one that is served and those before it'),
  UPDATE_TIME: z
    .string()
    .regex(/^([01]?[0-9]|2[0-3]):[0-5][0-9]$/, 'expected a time of day such as 22:00')
    .default('22:00')
    .describe('When the nightly ingest begins'),
  UPDATE_TZ: timeZone.describe('The time zone of `UPDATE_TIME`; `TZ` if not set, and `Asia/Kolkata` without that'),
  TZ: timeZone.describe('The time zone of the machine; it takes the place of `UPDATE_TZ` where that is not set'),
  SCHEDULE: z
    .enum(['on', 'off'])
    .default('on')
    .describe('`off` leaves all runs, the first one too, to cron or systemd'),
  STALE_AFTER_DAYS: z.coerce.number().positive().default(3).describe('Data older than this is warned of'),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address that begins with https: or http:' })
    .optional()
    .describe('Gets a POST of JSON when the data is stale or a run failed'),
  DUCKDB_MEMORY_LIMIT: memory
    .optional()
    .describe('Of each DuckDB; `2GiB` for an ingest and `1GiB` for serving if not set'),
  DUCKDB_INGEST_MEMORY_LIMIT: memory.optional().describe('For an ingest alone; `DUCKDB_MEMORY_LIMIT` if not set'),
  DUCKDB_THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('For an ingest as many as cores, one fewer while it serves, and 1 for serving, if not set'),
  LOOKUP: z
    .enum(['index', 'parquet'])
    .default('index')
    .describe('Whether documents are read from the `index` or from the tables (`parquet`, slower)'),
  VERSION_POLL_INTERVAL: seconds(15).describe('How often promotions by other processes are looked for'),
  QUERY_TIMEOUT: seconds(30).describe('The most that one list or search may take'),
  CACHE_TITLE_TTL: seconds(6 * 3600).describe('How long a document of a title is kept in memory'),
  CACHE_TITLE_MAX: count(50_000).describe('Documents of titles kept, of each kind'),
  CACHE_PERSON_TTL: seconds(6 * 3600).describe('How long a document of a person is kept in memory'),
  CACHE_PERSON_MAX: count(50_000).describe('Documents of people kept, of each kind'),
  CACHE_SEARCH_TTL: seconds(1800).describe('How long a page of a list or a search is kept in memory'),
  CACHE_SEARCH_MAX: count(20_000).describe('Pages of lists and searches kept'),
  DEFAULT_PAGE_SIZE: count(20).describe('Rows of a page when neither first nor last is given'),
  MAX_PAGE_SIZE: count(100).describe('The largest page of titles, people, akas and crew'),
  MAX_LONG_PAGE_SIZE: count(500).describe('The largest page of credits and of episodes'),
  MAX_SEARCH_LIMIT: count(100).describe('The largest page of search hits'),
  MAX_IDS: count(100).describe('The most ids in one list of ids'),
  MAX_BODY_BYTES: count(102_400).describe('The largest request body'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on; `0.0.0.0` in the image'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('The port to listen on; 0 takes a free one'),
  CORS_ORIGINS: list.describe('Origins of web pages that may read answers, separated by commas; none if not set'),
  FRONTEND_URL: list.describe('The older name of `CORS_ORIGINS`; both are read'),
  GRAPHIQL: yesOrNo.default(true).describe('Whether a browser gets GraphiQL at `/graphql`'),
  DRAIN_DELAY: z.coerce
    .number()
    .min(0)
    .max(3600)
    .default(0)
    .describe('How long a stop waits after readiness is 503, for what sends requests to notice'),
  STOP_TIMEOUT: seconds(20).describe('How long a graceful stop may take'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('The least severe lines that are written'),
});

export type Settings = z.infer<typeof settings>;
export type Config = Readonly<ReturnType<typeof fromSettings>>;

/**
 * Reads the settings from the environment, over those of a `.env` file in the working folder. The only reader of
 * both.
 * @throws UsageError that lists every setting that is wrong.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, envFile = '.env'): Config {
  const fromFile = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  // An empty variable, as compose files leave it, is one that is not set.
  const given = Object.entries({ ...fromFile, ...environment })
    .map(([name, value = '']) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '');
  const parsed = settings.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new UsageError(['These settings are not usable:', ...lines].join('\n'));
  }
  return Object.freeze(fromSettings(parsed.data));
}

function fromSettings(env: Settings) {
  return {
    folders: foldersIn(env.DATA_DIR, {
      ...(env.DOWNLOAD_DIR && { downloads: env.DOWNLOAD_DIR }),
      ...(env.PARQUET_DIR && { builds: env.PARQUET_DIR }),
      ...(env.META_DIR && { meta: env.META_DIR }),
      ...(env.TMP_DIR && { tmp: env.TMP_DIR }),
    }),
    ingest: {
      baseUrl: env.IMDB_BASE_URL,
      downloadConcurrency: env.DOWNLOAD_CONCURRENCY,
      patience: {
        retries: env.DOWNLOAD_RETRIES,
        backoffMs: 1000,
        idleMs: env.DOWNLOAD_IDLE_TIMEOUT,
        totalMs: env.DOWNLOAD_TIMEOUT,
        redirectHosts: env.DOWNLOAD_REDIRECT_HOSTS,
      },
      maxShrink: env.MAX_SHRINK,
      keepBuilds: env.KEEP_BUILDS,
      pruneGraceMs: Math.max(PRUNE_GRACE_MS, 4 * env.VERSION_POLL_INTERVAL),
      akas: env.ENABLE_AKAS,
      memoryLimit: env.DUCKDB_INGEST_MEMORY_LIMIT ?? env.DUCKDB_MEMORY_LIMIT ?? '2GiB',
      threads: env.DUCKDB_THREADS,
    },
    schedule: {
      off: env.SCHEDULE === 'off',
      time: env.UPDATE_TIME,
      timeZone: env.UPDATE_TZ ?? env.TZ ?? 'Asia/Kolkata',
    },
    watch: { staleAfterMs: env.STALE_AFTER_DAYS * 86_400_000, webhook: env.WEBHOOK_URL },
    store: {
      lookup: env.LOOKUP,
      pollMs: env.VERSION_POLL_INTERVAL,
      memoryLimit: env.DUCKDB_MEMORY_LIMIT ?? '1GiB',
      threads: env.DUCKDB_THREADS ?? 1,
      scanTimeoutMs: env.QUERY_TIMEOUT,
      caches: {
        titles: { max: env.CACHE_TITLE_MAX, ttlMs: env.CACHE_TITLE_TTL },
        people: { max: env.CACHE_PERSON_MAX, ttlMs: env.CACHE_PERSON_TTL },
        search: { max: env.CACHE_SEARCH_MAX, ttlMs: env.CACHE_SEARCH_TTL },
      },
    },
    limits: {
      defaultPage: Math.min(env.DEFAULT_PAGE_SIZE, env.MAX_PAGE_SIZE, env.MAX_LONG_PAGE_SIZE, env.MAX_SEARCH_LIMIT),
      maxPage: env.MAX_PAGE_SIZE,
      maxLongPage: env.MAX_LONG_PAGE_SIZE,
      maxSearchPage: env.MAX_SEARCH_LIMIT,
      maxIds: env.MAX_IDS,
    },
    http: {
      host: env.HOST,
      port: env.PORT,
      cors: [...new Set([...env.CORS_ORIGINS, ...env.FRONTEND_URL])],
      graphiql: env.GRAPHIQL,
      maxBodyBytes: env.MAX_BODY_BYTES,
    },
    drainMs: env.DRAIN_DELAY * 1000,
    stopMs: env.STOP_TIMEOUT + env.DRAIN_DELAY * 1000,
    logLevel: env.LOG_LEVEL,
    logFiles: env.LOG_DIR === undefined ? undefined : { folder: resolve(env.LOG_DIR), keep: env.LOG_KEEP },
    obsolete: env.INGEST_LOCK_STALE_SECONDS === undefined ? [] : ['INGEST_LOCK_STALE_SECONDS'],
  };
}

/** The same configuration over other places, as the command line asks for them. */
export function withPlaces(
  config: Config,
  { dataDir, from, port }: { dataDir?: string | undefined; from?: string | undefined; port?: number | undefined },
): Config {
  return {
    ...config,
    folders: dataDir === undefined ? config.folders : foldersIn(dataDir),
    ingest: from === undefined ? config.ingest : { ...config.ingest, baseUrl: pathToFileURL(resolve(from)).href },
    http: port === undefined ? config.http : { ...config.http, port },
  };
}

/** Name, default and meaning of every setting, for the table in README. */
export function describeSettings(): { name: string; fallback: string; meaning: string }[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' });
  return Object.entries(settings.shape).map(([name, { def, description = '' }]) => {
    const property = properties[name];
    const asInput = typeof property === 'object' ? property.default : undefined;
    // A default of another type than the text that sets it is not in the schema of the input.
    const fallback = asInput ?? ('defaultValue' in def ? def.defaultValue : undefined) ?? '';
    const isPlain = typeof fallback === 'string' || typeof fallback === 'number' || typeof fallback === 'boolean';
    return { name, fallback: isPlain ? String(fallback) : '', meaning: description };
  });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
