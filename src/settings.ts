import { z } from 'zod';

import { TMDB_BASE_URL, TMDB_EXPORT_URL, TMDB_IMAGE_URL } from './dataset/sources/tmdb.ts';
import { COST_MODES } from './http/engine/cost/cost-limit.ts';
import { isTokenEntry } from './http/request/access/bearer-tokens.ts';
import { isNetwork } from './http/request/address/networks.ts';
import { isOrigin } from './http/request/cors.ts';
import { parseRateRule } from './http/request/limits/rate-rules.ts';

/** Where IMDb publishes the datasets. */
export const IMDB_BASE_URL = 'https://datasets.imdbws.com';

export const DEFAULT_DATA_DIR = 'data';

export const DEFAULT_UPDATE_TIME = '22:00';

/** The longest delay of Node's timers, in seconds: a longer one would fire at once. */
const MOST_SECONDS = 2_147_483;

// Every error text completes the sentence `NAME: "value" is not …`.

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
/** One of some words; case does not matter. */
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
  // A trailing slash, as in the address of a page, is accepted.
  .transform((parts) => parts.map((part) => part.replace(/\/$/, '')))
  .refine(
    (parts) => parts.every(isOrigin),
    'a list of origins: write scheme, host and port without a path, such as https://films.example or http://localhost:*',
  );
const hosts = list.refine(
  (parts) => parts.every((part) => /^[\w.-]+$|^\[[\da-f:.]+\]$/i.test(part)),
  'a list of host names without ports, such as films.example or 192.168.1.7',
);
const networks = list.refine(
  (parts) => parts.every(isNetwork),
  'a list of addresses and networks, such as 127.0.0.1, 10.0.0.0/8 or fd00::/8',
);
const rateLimits = list
  .transform((parts) => parts.map(parseRateRule))
  .refine(
    (rules) =>
      rules.every((rule) => rule !== undefined) && new Set(rules.map((rule) => rule?.id)).size === rules.length,
    'a list of limits, each once: write [role.]name:count/unit with a name that is requests, cost or a root field, and s, min or h, such as search:30/min or reader.cost:20000000/h',
  )
  .transform((rules) => rules.filter((rule) => rule !== undefined));
const tokens = list.refine(
  (parts) => parts.every(isTokenEntry),
  'a list of hashes of tokens such as alice=sha256:<64 hexadecimal digits>: marquee token makes a token and its hash',
);
/** A token that a header can carry. */
const token = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'a token: letters, digits and signs of ASCII without spaces')
  .optional();
const httpAddress = z
  .url({ protocol: /^https?$/, error: 'an address that begins with https: or http:' })
  .refine(hasNoUser, 'an address without a user and password');
const keySet = z
  .string()
  .refine(isKeySet, 'a path of a file, or an address that begins with https: (http: on this machine alone)')
  .optional();
const proxy = z
  .string()
  // Without a scheme it is HTTP, as in many programs.
  .transform((text) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`))
  .refine(
    (address) => /^https?:$/.test(URL.parse(address)?.protocol ?? ''),
    'an address of an HTTP proxy such as http://proxy.example:3128',
  )
  .optional();
const memory = z.string().regex(/^[0-9]+(\.[0-9]+)? ?[KMGT]i?B$/i, 'a size such as 2GiB');
const timeZone = z.string().refine(isTimeZone, 'a time zone such as Europe/Berlin').optional();
const yesOrNo = z.stringbool({ error: 'true or false' });
/** Hosts that are this machine. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Every setting by the name of its environment variable. Times without a unit are in seconds. */
export const SETTINGS = z.object({
  DATA_DIR: z
    .string()
    .min(1)
    .default(DEFAULT_DATA_DIR)
    .describe('Where all data is, unless the setting of a folder says otherwise, such as `PARQUET_DIR`'),
  DOWNLOAD_DIR: z.string().min(1).optional().describe('The seven files as downloaded; `DATA_DIR/downloads` if not set'),
  PARQUET_DIR: z.string().min(1).optional().describe('The builds; `DATA_DIR/parquet_builds` if not set'),
  META_DIR: z.string().min(1).optional().describe('Pointer, lock and download state; `DATA_DIR` if not set'),
  TMP_DIR: z.string().min(1).optional().describe("DuckDB's temporary files; `DATA_DIR/tmp` if not set"),
  TMDB_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('What is fetched of TMDB, some 10 GB if it is all; `DATA_DIR/tmdb` if not set'),
  EXTRACT_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Folder that `marquee datasets extract` writes the text of the files to, some 12 GB; refused if not set'),
  LOG_DIR: z.string().min(1).optional().describe('Folder of the daily log files; none are written if not set'),
  LOG_KEEP: count(14).describe('Number of log files kept, one for each day'),
  INGEST_LOCK_STALE_SECONDS: z
    .string()
    .optional()
    .describe('No longer needed: the lock is released as soon as its holder ends'),
  IMDB_BASE_URL: z
    .url({ protocol: /^(https?|file)$/, error: 'an address that begins with https:, http: or file:' })
    .refine(hasNoUser, 'an address without a user and password')
    .default(IMDB_BASE_URL)
    .describe('Address at which the files are published; `file:///folder/` for local files'),
  DOWNLOAD_CONCURRENCY: whole(1, 7).default(3).describe('Number of files downloaded at the same time, at most 7'),
  DOWNLOAD_RETRIES: whole(0, 20).default(5).describe('Number of retries after network errors, 429 and 5xx'),
  DOWNLOAD_TIMEOUT: seconds(3600).describe('Time limit for one file, including all retries'),
  DOWNLOAD_IDLE_TIMEOUT: seconds(60).describe('Time without data after which a download attempt fails'),
  DOWNLOAD_REDIRECT_HOSTS: list.describe('Hosts that a redirect may lead to, in addition to the requested host'),
  DOWNLOAD_USER_AGENT: z
    .string()
    .regex(/^[\x20-\x7e]+$/, 'a text of letters, digits and signs of ASCII')
    .default('marquee')
    .describe('The `User-Agent` header of downloads'),
  HTTP_PROXY: proxy.describe(
    'Proxy for downloads, the webhook and the keys of `JWT_JWKS` if their address begins with http:, such as `http://user:password@host:port`; this and the next two are also read under their lower-case names',
  ),
  HTTPS_PROXY: proxy.describe('Proxy for addresses that begin with https:'),
  NO_PROXY: z
    .string()
    .optional()
    .describe(
      'Hosts that are reached without a proxy, separated by commas: `host`, `host:port`, `.domain`, an IP address or `*`',
    ),
  ENABLE_AKAS: yesOrNo.default(true).describe('Whether the next build includes alternative titles'),
  MAX_SHRINK: number(0, 1).default(0.02).describe('Share of its rows that a table may lose from one build to the next'),
  SIMILAR_MIN_VOTES: count(500).describe(
    'Votes that a title needs to be in lists of similar titles, and to have one, from the next build on',
  ),
  KEEP_BUILDS: count(2).describe('Number of builds kept: the served build and the ones before it'),
  UPDATE_TIME: z
    .string()
    .toLowerCase()
    .regex(/^(auto|([01]?[0-9]|2[0-3]):[0-5][0-9])$/, 'a time of day such as 22:00, or auto')
    .default(DEFAULT_UPDATE_TIME)
    .describe("Time of day of the nightly ingest; `auto` is an hour behind IMDb's usual time"),
  UPDATE_TZ: timeZone.describe(
    'Time zone of `UPDATE_TIME`; if not set `TZ`, else `Asia/Kolkata` (16:30 UTC, after the files of the day)',
  ),
  TZ: z
    .string()
    .optional()
    .describe('Time zone of the system; used for `UPDATE_TIME` if `UPDATE_TZ` is not set and `TZ` names a zone'),
  SCHEDULE: oneOf(['on', 'off'])
    .default('on')
    .describe('`off` leaves all ingests, including the first, to cron or systemd'),
  STALE_AFTER_DAYS: number(0.01, 10_000).default(3).describe('Age of the data, in days, at which a warning is given'),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: 'an address that begins with https: or http:' })
    .optional()
    .describe('URL that receives a POST with JSON when the data is stale or an ingest fails'),
  EXPORT_URL: list.describe(
    'Databases that exports go to, separated by commas: `postgres://user:password@host/database`, `mysql://…`, `mariadb://…`, `sqlserver://…` or `sqlite:<path>`; a comma inside of one is written `%2C`',
  ),
  EXPORT_AFTER_INGEST: oneOf(['on', 'off'])
    .default('off')
    .describe('`on` exports what has changed to each `EXPORT_URL` after every promotion of the serving process'),
  EXPORT_PARALLEL: whole(1, 16).default(3).describe('Parts of tables that an export loads at the same time'),
  EXPORT_TABLES: list.describe('Tables of an export, such as `title_basics,title_ratings`; all if not set'),
  EXPORT_TYPES: list.describe('Types of the titles that are exported, such as `movie,tvSeries`; all if not set'),
  EXPORT_MIN_VOTES: whole(1, 1_000_000_000)
    .optional()
    .describe('Votes that a title needs to be exported; none if not set'),
  EXPORT_DROP_DANGLING: z
    .string()
    .optional()
    .describe(
      'File in which an export lists the rows that name a title or person which is not exported: it leaves them out then, as with `--drop-dangling`',
    ),
  EXPORT_TMDB: oneOf(['on', 'off'])
    .default('off')
    .describe(
      "`on` exports TMDB's data too, to which TMDB's terms apply wherever it is: non-commercial, with its notice, renewed or deleted within 180 days; `off` leaves it out, and takes away what an earlier export has made of it",
    ),
  DB_URL: z.string().optional().describe('Older name of `EXPORT_URL`, of one database'),
  POSTGRES_HOST: z
    .string()
    .optional()
    .describe(
      'Older form of `EXPORT_URL` for PostgreSQL, with `POSTGRES_PORT`, `POSTGRES_DB`, `POSTGRES_USER` and `POSTGRES_PASSWORD`',
    ),
  POSTGRES_PORT: whole(1, 65_535).optional().describe('See `POSTGRES_HOST`'),
  POSTGRES_DB: z.string().optional().describe('See `POSTGRES_HOST`'),
  POSTGRES_USER: z.string().optional().describe('See `POSTGRES_HOST`'),
  POSTGRES_PASSWORD: z.string().optional().describe('See `POSTGRES_HOST`'),
  DATABASE_SERVER: z
    .string()
    .optional()
    .describe(
      'Older form of `EXPORT_URL` for SQL Server, with `DATABASE_NAME`, `DATABASE_USERNAME` and `DATABASE_PASSWORD`',
    ),
  DATABASE_NAME: z.string().optional().describe('See `DATABASE_SERVER`'),
  DATABASE_USERNAME: z.string().optional().describe('See `DATABASE_SERVER`'),
  DATABASE_PASSWORD: z.string().optional().describe('See `DATABASE_SERVER`'),
  TMDB_TOKEN: token.describe(
    "API read access token of TMDB, which turns the second source on; none if not set. It is on TMDB's page of your account's API settings",
  ),
  BEARER_TOKEN: token.describe('Older name of `TMDB_TOKEN`'),
  TMDB_BASE_URL: httpAddress
    .refine(hasNoQuery, 'an address without a query: the token is TMDB_TOKEN')
    .default(TMDB_BASE_URL)
    .describe('Address of the API of TMDB'),
  TMDB_IMAGE_URL: httpAddress
    .default(TMDB_IMAGE_URL)
    .describe("Address of TMDB's pictures, before their size and path"),
  TMDB_EXPORT_URL: httpAddress.default(TMDB_EXPORT_URL).describe("Address of TMDB's daily files of ids"),
  TMDB_CONCURRENCY: whole(1, 100).default(20).describe('Number of requests to TMDB at the same time'),
  TMDB_RATE: number(0.1, 1000).default(40).describe('Requests to TMDB in a second, at most; TMDB allows about 40'),
  TMDB_NIGHTLY_REQUESTS: whole(0, 10_000_000)
    .default(50_000)
    .describe('Requests to TMDB in a night, at most; 0 leaves TMDB to `marquee tmdb`'),
  TMDB_SIMILARITY: oneOf(['on', 'off'])
    .default('off')
    .describe(
      "`on` lets TMDB's overviews, keywords and collections count for similar titles, from the next build on; read TMDB's terms in deploy/TMDB.md before",
    ),
  DUCKDB_MEMORY_LIMIT: memory
    .optional()
    .describe('Memory limit of each DuckDB instance; if not set, `2560MiB` for an ingest and `1GiB` for serving'),
  DUCKDB_INGEST_MEMORY_LIMIT: memory
    .optional()
    .describe('Memory limit of DuckDB in an ingest; `DUCKDB_MEMORY_LIMIT` if not set'),
  DUCKDB_THREADS: whole(1, 64)
    .optional()
    .describe(
      'Threads of each DuckDB instance; if not set, 1 for serving and one per core for an ingest, or one fewer and at most 4 for an ingest in a serving process',
    ),
  LOOKUP: oneOf(['index', 'parquet'])
    .default('index')
    .describe('Where documents are read: from the `index`, or from the tables (`parquet`, slower)'),
  SCRUB_MIB_PER_SECOND: number(0, 100_000)
    .default(16)
    .describe('Speed of the daily check of all builds against their checksums; 0 turns it off'),
  VERSION_POLL_INTERVAL: seconds(15).describe('Interval at which promotions by other processes are looked for'),
  QUERY_TIMEOUT: seconds(30).describe('Time limit of one list or search'),
  ANSWER_TIMEOUT: seconds(60).describe('Time limit of one answer, including the time that it waits'),
  MAX_COST: count(2_000_000).describe('Highest cost of an operation, in points of about a microsecond'),
  COST_MODE: oneOf(COST_MODES)
    .default('enforce')
    .describe('`enforce` refuses operations above `MAX_COST`, `measure` only counts points, `off` does not count'),
  MAX_ANSWER_OBJECTS: count(500_000).describe('Highest number of objects in one answer'),
  MAX_ANSWER_BYTES: count(32 << 20).describe('Largest answer in bytes, before compression'),
  CACHE_TITLE_TTL: seconds(6 * 3600).describe('Time that a document of a title is cached'),
  CACHE_TITLE_MAX: count(50_000).describe('Number of documents of titles cached, for each kind of document'),
  CACHE_PERSON_TTL: seconds(6 * 3600).describe('Time that a document of a person is cached'),
  CACHE_PERSON_MAX: count(50_000).describe('Number of documents of people cached, for each kind of document'),
  CACHE_SEARCH_TTL: seconds(1800).describe('Time that a page of a list or search is cached'),
  CACHE_SEARCH_MAX: count(20_000).describe('Number of pages of lists and searches cached'),
  CACHE_RESPONSE_TTL: seconds(1800).describe(
    'Time that an answer is cached; answers from an older build are never used',
  ),
  CACHE_RESPONSE_MAX: count(20_000).describe('Number of answers cached'),
  DEFAULT_PAGE_SIZE: count(20).describe('Rows of a page if neither `first` nor `last` is given'),
  MAX_PAGE_SIZE: count(100).describe('Largest page of titles, people, akas and crew, in rows'),
  MAX_LONG_PAGE_SIZE: count(500).describe('Largest page of credits, episodes and changes, in rows'),
  MAX_SEARCH_LIMIT: count(100).describe('Largest page of search hits, in rows'),
  MAX_IDS: count(100).describe('Highest number of ids in one list of ids'),
  MAX_FILTER_IDS: count(1000).describe('Highest number of ids in `TitleFilter.ids`'),
  MAX_REQUESTS: count(2000).describe(
    'Number of requests answered at the same time; further requests are refused with 503',
  ),
  MAX_SOCKETS: count(2000).describe(
    'Number of connections open at the same time; beyond it, those idle longest are closed',
  ),
  MAX_SUBSCRIPTIONS: count(500).describe(
    'Number of subscriptions at the same time; further ones are refused. Each counts as a request and a connection too',
  ),
  MAX_SUBSCRIPTIONS_PER_CLIENT: count(20).describe(
    'Number of subscriptions of one client at the same time, in all serving processes together; further ones are refused with 429',
  ),
  RATE_LIMITS: rateLimits.describe(
    'What one client may use, separated by commas: `[role.]name:count/unit`, with `requests`, `cost` (points of operations) or a root field as name, `s`, `min` or `h` as unit, and `anonymous`, `reader` or `admin` as role, such as `requests:20/s,cost:20000000/min,search:60/min,reader.search:600/min`; no limits if not set. Without a role it is for all but admins',
  ),
  TRUSTED_PROXIES: networks.describe(
    'Addresses and networks of proxies whose `X-Forwarded-For` or `Forwarded` says which client asks, such as `127.0.0.1,10.0.0.0/8`; none if not set: the clients of a proxy then count as one',
  ),
  MAX_BODY_BYTES: count(102_400).describe('Largest request body in bytes'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; `0.0.0.0` in the image'),
  PORT: whole(0, 65_535).default(4000).describe('Port to listen on; 0 chooses a free port'),
  WORKERS: whole(1, 64)
    .default(1)
    .describe(
      'Number of serving processes on the one port; each has its own caches and DuckDB instance, and needs memory for them',
    ),
  ALLOWED_HOSTS: hosts.describe(
    'Host names under which requests are accepted in addition to `localhost`, separated by commas; any if not set. Set it on a home network: web pages under other names can then not read the server',
  ),
  ADMIN_TOKENS: tokens.describe(
    'Tokens of clients that may administer, as `name=sha256:<hex>` or `sha256:<hex>`, separated by commas; `marquee token` makes one',
  ),
  READ_TOKENS: tokens.describe('Tokens of clients that may read where `READ_ACCESS` is `token`, in the same form'),
  READ_ACCESS: oneOf(['open', 'token'])
    .default('open')
    .describe('Whether everybody may read, or only clients with a token'),
  JWT_JWKS: keySet.describe(
    'Keys of the issuer whose JSON Web Tokens are accepted: the path of a JWKS file, or its https URL; none are accepted if not set',
  ),
  JWT_ISSUER: z.string().min(1).optional().describe('The claim `iss` of these tokens'),
  JWT_AUDIENCE: z
    .string()
    .min(1)
    .optional()
    .describe('The claim `aud` of these tokens, by which they are for this service'),
  JWT_ROLE_CLAIM: z
    .string()
    .min(1)
    .default('role')
    .describe(
      'Claim with the role, `admin` or `read`, or a list with one of them; a path such as `realm_access.roles` leads into objects',
    ),
  INTROSPECTION: oneOf(['on', 'off'])
    .default('on')
    .describe(
      '`off` shows the schema to admins alone: no introspection, no `/schema.graphql`, no suggestions in errors',
    ),
  CORS_ORIGINS: origins.describe(
    'Origins of web pages that may read answers, separated by commas, such as `https://films.example` or, with any port, `http://localhost:*`; none if not set',
  ),
  FRONTEND_URL: origins.describe('Older name of `CORS_ORIGINS`; both are read'),
  FAST_LANE: yesOrNo
    .default(true)
    .describe(
      'Whether repeated GraphQL documents take the fast lane and answers are cached; with `false` every request is executed by Yoga',
    ),
  WEB_APP: yesOrNo.default(true).describe('Whether browsers get the web app at `/`'),
  GRAPHIQL: yesOrNo.default(true).describe('Whether browsers get GraphiQL at `/graphql`'),
  DRAIN_DELAY: number(0, 3600)
    .default(0)
    .describe('Time between readiness becoming 503 and the stop, so that load balancers notice'),
  STOP_TIMEOUT: seconds(20).describe('Time limit of a graceful stop'),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Lowest level of the log lines that are written'),
  LOG_FORMAT: oneOf(['auto', 'json', 'text'])
    .default('auto')
    .describe(
      'Form of the log on standard output: `auto` is a short line for people on a terminal, and JSON elsewhere',
    ),
  LOG_CLIENT_ADDRESS: yesOrNo
    .default(false)
    .describe(
      'Whether request log lines have the address of the client; behind a proxy it is that of the proxy, unless `TRUSTED_PROXIES` names it',
    ),
});

export type Settings = z.infer<typeof SETTINGS>;

/** Name, default and meaning of every setting, for the table in deploy/SETTINGS.md. */
export function describeSettings(): { name: string; fallback: string; meaning: string }[] {
  const { properties = {} } = z.toJSONSchema(SETTINGS, { io: 'input', unrepresentable: 'any' });
  return Object.entries(SETTINGS.shape).map(([name, { def, description = '' }]) => {
    const property = properties[name];
    const asInput = typeof property === 'object' ? property.default : undefined;
    // The schema of the input lacks defaults whose type is not that of the text that sets them.
    const fallback = asInput ?? ('defaultValue' in def ? def.defaultValue : undefined) ?? '';
    const isPlain = typeof fallback === 'string' || typeof fallback === 'number' || typeof fallback === 'boolean';
    return { name, fallback: isPlain ? String(fallback) : '', meaning: description };
  });
}

/** Whether a text names the keys of an issuer: a file, or a URL at which nobody can put others in their place. */
function isKeySet(text: string): boolean {
  const url = /^[a-z][a-z0-9+.-]+:\/\//i.test(text) ? URL.parse(text) : undefined;
  if (url === undefined) return true;
  if (url === null || url.username + url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

/** Whether an address has no query, to which paths could not be added; true for an invalid address. */
function hasNoQuery(address: string): boolean {
  const url = URL.parse(address);
  return url === null || url.search + url.hash === '';
}

/** Whether an address has no user and no password; true for an invalid address, which `z.url` refuses. */
function hasNoUser(address: string): boolean {
  const url = URL.parse(address);
  return url === null || url.username + url.password === '';
}

/**
 * The time zone that the system's `TZ` names, as in `Europe/Berlin`, `:Europe/Berlin` or `posix/Europe/Berlin`;
 * undefined if it is a path or a rule such as `CET-1CEST,M3.5.0,M10.5.0/3`.
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
