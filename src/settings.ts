import { z } from 'zod';

import { COST_MODES } from './http/engine/cost/cost-limit.ts';
import { isOrigin } from './http/request/cors.ts';

/** Where IMDb publishes the datasets. */
const IMDB_BASE_URL = 'https://datasets.imdbws.com';

/** Node's timers hold no more milliseconds than these seconds have; beyond, they would fire at once. */
const MOST_SECONDS = 2_147_483;

// Every error text ends the sentence `NAME: "value" is not …`.

function whole(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}
function number(least: number, most: number) {
  const error = `a number from ${least} to ${most}`;
  return z.coerce.number({ error }).min(least, { error }).max(most, { error });
}
function seconds(fallback: number) {
  const error = `a number of seconds above 0 and up to ${MOST_SECONDS}`;
  const schema = z.coerce.number({ error }).positive({ error }).max(MOST_SECONDS, { error });
  return schema.default(fallback).transform((value) => value * 1000);
}
const count = (fallback: number) => whole(1, 1_000_000_000).default(fallback);
/** In small letters or capitals. */
function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z
    .string()
    .toLowerCase()
    .pipe(z.enum(words, { error: `one of ${words.join(', ')}` }));
}
const list = z
  .string()
  .optional()
  .transform((text) =>
    (text ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
const origins = list
  // As addresses of pages are written.
  .transform((parts) => parts.map((part) => part.replace(/\/$/, '')))
  .refine(
    (parts) => parts.every(isOrigin),
    'a list of origins: write scheme, host and port without a path, such as https://films.example or http://localhost:*',
  );
const hosts = list.refine(
  (parts) => parts.every((part) => /^[\w.-]+$|^\[[\da-f:.]+\]$/i.test(part)),
  'a list of host names without ports, such as films.example or 192.168.1.7',
);
const proxy = z
  .string()
  // As many programs take it.
  .transform((text) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`))
  .refine(
    (address) => /^https?:$/.test(URL.parse(address)?.protocol ?? ''),
    'an address of an HTTP proxy such as http://proxy.example:3128',
  )
  .optional();
const memory = z.string().regex(/^[0-9]+(\.[0-9]+)? ?[KMGT]i?B$/i, 'a size such as 2GiB');
const timeZone = z.string().refine(isTimeZone, 'a time zone such as Europe/Berlin').optional();
const yesOrNo = z.stringbool({ error: 'true or false' });

/** Every setting, by the name of its environment variable. Times without a unit are seconds. */
export const SETTINGS = z.object({
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .describe('Where all data is, unless `DOWNLOAD_DIR`, `PARQUET_DIR`, `META_DIR` or `TMP_DIR` says otherwise'),
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
    .url({ protocol: /^(https?|file)$/, error: 'an address that begins with https:, http: or file:' })
    .refine(hasNoUser, 'an address without a user and password')
    .default(IMDB_BASE_URL)
    .describe('Where the files are published; `file:///folder/` for files at hand'),
  DOWNLOAD_CONCURRENCY: whole(1, 7).default(3).describe('Files fetched at a time, at most 7'),
  DOWNLOAD_RETRIES: whole(0, 20).default(5).describe('Attempts after the first, for the network, 429 and 5xx'),
  DOWNLOAD_TIMEOUT: seconds(3600).describe('The most that one file may take, with all attempts'),
  DOWNLOAD_IDLE_TIMEOUT: seconds(60).describe('A server that sends nothing for this long has failed'),
  DOWNLOAD_REDIRECT_HOSTS: list.describe('Hosts that a redirect may lead to, beside the one that was asked'),
  DOWNLOAD_USER_AGENT: z
    .string()
    .regex(/^[\x20-\x7e]+$/, 'a text of letters, digits and signs of ASCII')
    .default('marquee')
    .describe('What a download says of itself, in its header User-Agent'),
  HTTP_PROXY: proxy.describe(
    'The proxy for downloads and the webhook where their address begins with http:, as `http://user:password@host:port`; in small letters too, as the two below',
  ),
  HTTPS_PROXY: proxy.describe('The same where it begins with https:'),
  NO_PROXY: z
    .string()
    .optional()
    .describe(
      'Hosts that are asked without a proxy, separated by commas: `host`, `host:port`, `.domain`, an IP address, `*`',
    ),
  ENABLE_AKAS: yesOrNo.default(true).describe('Whether alternative titles are downloaded and put into the next build'),
  MAX_SHRINK: number(0, 1)
    .default(0.02)
    .describe('The share of its rows that a table may lose from one build to the next'),
  KEEP_BUILDS: count(2).describe('Builds kept: the one that is served and those before it'),
  UPDATE_TIME: z
    .string()
    .regex(/^([01]?[0-9]|2[0-3]):[0-5][0-9]$/, 'a time of day such as 22:00')
    .default('22:00')
    .describe('When the nightly ingest begins'),
  UPDATE_TZ: timeZone.describe('The time zone of `UPDATE_TIME`; `TZ` if not set, and `Asia/Kolkata` without that'),
  TZ: z
    .string()
    .optional()
    .describe('The time zone of the machine; it takes the place of `UPDATE_TZ` where that is not set and it names one'),
  SCHEDULE: oneOf(['on', 'off']).default('on').describe('`off` leaves all runs, the first one too, to cron or systemd'),
  STALE_AFTER_DAYS: number(0.01, 10_000).default(3).describe('Data older than this is warned of'),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: 'an address that begins with https: or http:' })
    .optional()
    .describe('Gets a POST of JSON when the data is stale or a run failed'),
  DUCKDB_MEMORY_LIMIT: memory
    .optional()
    .describe('Of each DuckDB; `2560MiB` for an ingest and `1GiB` for serving if not set'),
  DUCKDB_INGEST_MEMORY_LIMIT: memory.optional().describe('For an ingest alone; `DUCKDB_MEMORY_LIMIT` if not set'),
  DUCKDB_THREADS: whole(1, 64)
    .optional()
    .describe('For an ingest as many as cores, while it serves one fewer and at most 4, and 1 for serving, if not set'),
  LOOKUP: oneOf(['index', 'parquet'])
    .default('index')
    .describe('Whether documents are read from the `index` or from the tables (`parquet`, slower)'),
  SCRUB_MIB_PER_SECOND: number(0, 100_000)
    .default(16)
    .describe('How fast the files of all builds are read against their checksums, once a day; 0 leaves it out'),
  VERSION_POLL_INTERVAL: seconds(15).describe('How often promotions by other processes are looked for'),
  QUERY_TIMEOUT: seconds(30).describe('The most that one list or search may take'),
  ANSWER_TIMEOUT: seconds(60).describe('The most that one whole answer may take, with the time that it waits'),
  MAX_COST: count(2_000_000).describe('The most points that an operation may cost, of about a microsecond each'),
  COST_MODE: oneOf(COST_MODES)
    .default('enforce')
    .describe('`measure` counts points and refuses nothing, `off` does not count them'),
  MAX_ANSWER_OBJECTS: count(500_000).describe('The most objects in one answer'),
  MAX_ANSWER_BYTES: count(32 << 20).describe('The largest answer, before it is compressed'),
  CACHE_TITLE_TTL: seconds(6 * 3600).describe('How long a document of a title is kept in memory'),
  CACHE_TITLE_MAX: count(50_000).describe('Documents of titles kept, of each kind'),
  CACHE_PERSON_TTL: seconds(6 * 3600).describe('How long a document of a person is kept in memory'),
  CACHE_PERSON_MAX: count(50_000).describe('Documents of people kept, of each kind'),
  CACHE_SEARCH_TTL: seconds(1800).describe('How long a page of a list or a search is kept in memory'),
  CACHE_SEARCH_MAX: count(20_000).describe('Pages of lists and searches kept'),
  CACHE_RESPONSE_TTL: seconds(1800).describe(
    'How long a whole answer is kept in memory; those of an older build are never given',
  ),
  CACHE_RESPONSE_MAX: count(20_000).describe('Whole answers kept'),
  DEFAULT_PAGE_SIZE: count(20).describe('Rows of a page when neither first nor last is given'),
  MAX_PAGE_SIZE: count(100).describe('The largest page of titles, people, akas and crew'),
  MAX_LONG_PAGE_SIZE: count(500).describe('The largest page of credits and of episodes'),
  MAX_SEARCH_LIMIT: count(100).describe('The largest page of search hits'),
  MAX_IDS: count(100).describe('The most ids in one list of ids'),
  MAX_REQUESTS: count(2000).describe('Requests answered at a time; more are refused with 503'),
  MAX_SOCKETS: count(2000).describe(
    'Connections open at a time; of more, those that have been idle longest are closed',
  ),
  MAX_BODY_BYTES: count(102_400).describe('The largest request body'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on; `0.0.0.0` in the image'),
  PORT: whole(0, 65_535).default(4000).describe('The port to listen on; 0 takes a free one'),
  WORKERS: whole(1, 64)
    .default(1)
    .describe(
      'Processes that serve, all on the one port; each has caches and a DuckDB of its own, and takes that much memory',
    ),
  ALLOWED_HOSTS: hosts.describe(
    'Names under which the server may be asked, separated by commas, beside `localhost`; any if not set. Set it at home: a web page of another name cannot read the server then',
  ),
  CORS_ORIGINS: origins.describe('Origins of web pages that may read answers, separated by commas; none if not set'),
  FRONTEND_URL: origins.describe('The older name of `CORS_ORIGINS`; both are read'),
  FAST_LANE: yesOrNo
    .default(true)
    .describe(
      'Whether documents that are sent again take a shorter way, and answers are kept; `false` sends each the long one',
    ),
  GRAPHIQL: yesOrNo.default(true).describe('Whether a browser gets GraphiQL at `/graphql`'),
  DRAIN_DELAY: number(0, 3600)
    .default(0)
    .describe('How long a stop waits after readiness is 503, for what sends requests to notice'),
  STOP_TIMEOUT: seconds(20).describe('How long a graceful stop may take'),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('The least severe lines that are written'),
  LOG_CLIENT_ADDRESS: yesOrNo
    .default(false)
    .describe('Whether the line of a request has the address that it came from, behind a proxy that of the proxy'),
});

export type Settings = z.infer<typeof SETTINGS>;

/** Name, default and meaning of every setting, for the table in deploy/SETTINGS.md. */
export function describeSettings(): { name: string; fallback: string; meaning: string }[] {
  const { properties = {} } = z.toJSONSchema(SETTINGS, { io: 'input', unrepresentable: 'any' });
  return Object.entries(SETTINGS.shape).map(([name, { def, description = '' }]) => {
    const property = properties[name];
    const asInput = typeof property === 'object' ? property.default : undefined;
    // A default of another type than the text that sets it is not in the schema of the input.
    const fallback = asInput ?? ('defaultValue' in def ? def.defaultValue : undefined) ?? '';
    const isPlain = typeof fallback === 'string' || typeof fallback === 'number' || typeof fallback === 'boolean';
    return { name, fallback: isPlain ? String(fallback) : '', meaning: description };
  });
}

/** What is no address at all is refused as that. */
function hasNoUser(address: string): boolean {
  const url = URL.parse(address);
  return url === null || url.username + url.password === '';
}

/**
 * The time zone that a `TZ` of the system names, as in `Europe/Berlin`, `:Europe/Berlin` or `posix/Europe/Berlin`;
 * undefined for one that is a path or a rule, `CET-1CEST,M3.5.0,M10.5.0/3`.
 */
export function zoneOfSystem(text: string): string | undefined {
  const name = text.replace(/^:/, '').replace(/^posix\//, '');
  return isTimeZone(name) ? name : undefined;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
