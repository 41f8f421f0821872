import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { showConfig } from '../src/commands/administration/show-config.ts';
import { readConfig } from '../src/config.ts';
import { SETTINGS } from '../src/settings.ts';
import { newFolder } from './support/folders.ts';

/** What the settings are refused with, line by line. */
function problems(settings: Record<string, string>): string[] {
  try {
    readConfig(settings, '/nowhere');
  } catch (error) {
    return error instanceof Error ? error.message.split('\n').map((line) => line.trim()) : [];
  }
  return [];
}

/** A value that does not do, and why, of each kind of setting. */
const WRONG: [string, string, string][] = [
  ['PORT', 'abc', '"abc" is not a whole number from 0 to 65535'],
  ['PORT', '65536', '"65536" is not a whole number from 0 to 65535'],
  ['KEEP_BUILDS', '1.5', '"1.5" is not a whole number from 1 to 1000000000'],
  ['DOWNLOAD_CONCURRENCY', '8', '"8" is not a whole number from 1 to 7'],
  ['MAX_SHRINK', '2 %', '"2 %" is not a number from 0 to 1'],
  ['STALE_AFTER_DAYS', '0', '"0" is not a number from 0.01 to 10000'],
  ['QUERY_TIMEOUT', '5s', '"5s" is not a number of seconds above 0 and up to 2147483'],
  ['STOP_TIMEOUT', '3000000', '"3000000" is not a number of seconds above 0 and up to 2147483'],
  ['DUCKDB_MEMORY_LIMIT', 'much', '"much" is not a size such as 2GiB'],
  ['ENABLE_AKAS', 'perhaps', '"perhaps" is not true or false'],
  ['SCHEDULE', 'never', '"never" is not one of on, off'],
  ['LOG_LEVEL', 'loud', '"loud" is not one of trace, debug, info, warn, error, fatal, silent'],
  ['UPDATE_TIME', '25:00', '"25:00" is not a time of day such as 22:00, or auto'],
  ['UPDATE_TZ', 'Mars/Base', '"Mars/Base" is not a time zone such as Europe/Berlin'],
  ['IMDB_BASE_URL', 'nowhere', '"nowhere" is not an address that begins with https:, http: or file:'],
  ['HTTP_PROXY', 'socks5://proxy:1080', '"socks5://proxy:1080" is not an address of an HTTP proxy such as http://'],
  ['HTTPS_PROXY', 'http://', '"http://" is not an address of an HTTP proxy such as http://'],
  ['DOWNLOAD_USER_AGENT', 'filme für alle', '"filme für alle" is not a text of letters, digits and signs of ASCII'],
  ['TRUSTED_PROXIES', '10.0.0.0/33', '"10.0.0.0/33" is not a list of addresses and networks, such as'],
  ['RATE_LIMITS', 'search:30', '"search:30" is not a list of limits, each once: write [role.]name:count/unit'],
  ['READ_ACCESS', 'closed', '"closed" is not one of open, token'],
  ['INTROSPECTION', 'no', '"no" is not one of on, off'],
  ['ADMIN_TOKENS', 'mq_a-token-itself', 'its value is not a list of hashes of tokens such as alice=sha256:<64 hex'],
  ['READ_TOKENS', `bob smith=sha256:${'0'.repeat(64)}`, 'its value is not a list of hashes of tokens such as'],
  [
    'JWT_JWKS',
    'http://issuer.example/keys',
    '"http://issuer.example/keys" is not a path of a file, or an address that',
  ],
  ['FRONTEND_URL', 'films', '"films" is not a list of origins: write scheme, host and port without a path'],
];

test.each(WRONG)('readConfig says of %s "%s" in its own words what it should be', (name, value, sentence) => {
  const [first, line, ...rest] = problems({ [name]: value });
  expect([first, rest]).toEqual(['These settings are not usable:', []]);
  expect(line?.startsWith(`${name}: ${sentence}`), line).toBe(true);
});

test('readConfig names all that is wrong at once', () => {
  const settings = Object.fromEntries(WRONG);
  const named = problems(settings)
    .slice(1)
    .map((line) => line.split(':', 1).join());
  expect(named.sort()).toEqual(Object.keys(settings).sort());
});

test('readConfig has words of its own for every setting that can be wrong', () => {
  const senseless = Object.fromEntries(Object.keys(SETTINGS.shape).map((name) => [name, '\u0000']));
  const lines = problems(senseless).slice(1);
  expect(lines.length).toBeGreaterThan(25);
  expect(lines.filter((line) => !/^[A-Z_]+: (".*"|its value) is not (an?|true|one) /.test(line))).toEqual([]);
  expect(lines.join()).not.toMatch(/expected|received|invalid/i);
});

test('readConfig and showConfig show no secret', () => {
  const refused = problems({
    IMDB_BASE_URL: `https://user:p@ss${'s'.repeat(200)}@example.org/`,
    WEBHOOK_URL: 'hooks.example.org/services/hush',
  });
  expect(refused).toEqual([
    'These settings are not usable:',
    'IMDB_BASE_URL: "https://***@example.org/" is not an address without a user and password',
    'WEBHOOK_URL: its value is not an address that begins with https: or http:',
  ]);
  for (const proxy of ['socks5://user:hush@proxy:1', 'user:hush@proxy:none']) {
    expect(problems({ HTTP_PROXY: proxy }).join()).toMatch(/"\*\*\*@proxy:\w+" is not an address of an HTTP proxy/);
  }
  const config = readConfig(
    {
      WEBHOOK_URL: 'https://user:hush@hooks.example.org/services/hush',
      HTTP_PROXY: 'user:hush@proxy:3128',
      HTTPS_PROXY: 'https://user:hush@proxy:3129',
      POSTGRES_HOST: 'db',
      POSTGRES_PASSWORD: 'hush',
      DATABASE_PASSWORD: 'hush',
      TMDB_TOKEN: 'hush',
      BEARER_TOKEN: 'hush',
    },
    '/nowhere',
  );
  for (const name of ['TMDB_TOKEN', 'BEARER_TOKEN']) {
    expect(problems({ [name]: 'hush hush' })).toEqual([
      'These settings are not usable:',
      `${name}: its value is not a token: letters, digits and signs of ASCII without spaces`,
    ]);
  }
  expect(showConfig(config)).toContain('"HTTP_PROXY": "http://***@proxy:3128"');
  expect(showConfig(config)).toContain('"WEBHOOK_URL": "https://hooks.example.org/***"');
  expect(showConfig(config)).not.toContain('hush');
});

test('readConfig takes the settings of TMDB, the token by its older name too', () => {
  const { tmdb, folders } = readConfig({ DATA_DIR: '/data', BEARER_TOKEN: 'old' }, '/nowhere');
  expect(tmdb).toEqual({
    token: 'old',
    baseUrl: 'https://api.themoviedb.org/3',
    imageUrl: 'https://image.tmdb.org/t/p',
    exportUrl: 'https://files.tmdb.org/p/exports',
    concurrency: 20,
    requestsPerSecond: 40,
    nightlyRequests: 50_000,
  });
  expect(folders.tmdb).toBe('/data/tmdb');
  const given = { TMDB_TOKEN: 'new', BEARER_TOKEN: 'old', TMDB_BASE_URL: 'http://127.0.0.1:8080/3/', TMDB_DIR: '/t' };
  const other = readConfig(given, '/nowhere');
  expect(other.tmdb).toMatchObject({ token: 'new', baseUrl: 'http://127.0.0.1:8080/3' });
  expect(other.folders.tmdb).toBe('/t');
});

test('showConfig shows the places of exports, and no user and password', () => {
  const addresses = ['sqlite:/films.db', 'postgres://films:hush@db/films?sslmode=require', 'mysql://films:hush@db'];
  const older = {
    POSTGRES_HOST: 'db',
    POSTGRES_PASSWORD: 'hush',
    DATABASE_PASSWORD: 'hush',
    DB_URL: 'db://films:hush@',
  };
  const shown = showConfig(readConfig({ EXPORT_URL: addresses.join(', '), ...older }, '/nowhere'));
  expect(shown).toContain('"EXPORT_URL": "sqlite:/films.db,postgres://db/films,***"');
  expect(shown).toContain('"POSTGRES_PASSWORD": "***"');
  expect(shown).not.toContain('hush');
});

test('showConfig shows whose tokens there are, and not their hashes', () => {
  const hash = '0123456789abcdef'.repeat(4);
  const config = readConfig({ ADMIN_TOKENS: `alice=sha256:${hash}, sha256:${hash}` }, '/nowhere');
  expect(showConfig(config)).toContain('"ADMIN_TOKENS": "alice=sha256:***, sha256:***"');
  expect(showConfig(config)).not.toContain(hash);
});

test.each<Record<string, string>>([
  { JWT_JWKS: 'keys.json' },
  { JWT_ISSUER: 'https://issuer.example/' },
  { JWT_JWKS: 'k', JWT_AUDIENCE: 'a' },
])('readConfig wants keys, issuer and audience of JSON Web Tokens together: %o', (settings) => {
  expect(problems(settings)).toEqual([
    'JWT_JWKS, JWT_ISSUER and JWT_AUDIENCE belong together: set all three, or none if no JSON Web Tokens are accepted.',
  ]);
});

test('readConfig takes keys of tokens from files and from addresses that nobody can take over', () => {
  const given = { JWT_ISSUER: 'https://issuer.example/', JWT_AUDIENCE: 'marquee' };
  const keysOf = (place: string): string | undefined =>
    readConfig({ ...given, JWT_JWKS: place }, '/nowhere').access.jwt?.keys;
  expect(keysOf('/etc/keys.json')).toBe('/etc/keys.json');
  expect(keysOf('keys.json')).toBe(join(process.cwd(), 'keys.json'));
  for (const url of [
    'https://issuer.example/keys',
    'http://localhost:8080/k',
    'http://127.0.0.1/k',
    'http://[::1]/k',
  ]) {
    expect(keysOf(url)).toBe(url);
  }
  for (const url of [
    'http://127.0.0.1.example/k',
    'https://a:b@issuer.example/k',
    'ftp://issuer.example/k',
    'https://',
  ]) {
    expect(problems({ ...given, JWT_JWKS: url })).toHaveLength(2);
  }
});

test("showConfig names every setting of README's table, as it is set or falls out", () => {
  const shown = JSON.parse(
    showConfig(readConfig({ DATA_DIR: '/d', CACHE_TITLE_TTL: '60', PORT: '5000' }, '/nowhere')),
  ) as object;
  expect(Object.keys(shown)).toEqual(Object.keys(SETTINGS.shape));
  expect(shown).toMatchObject({
    DATA_DIR: '/d',
    PARQUET_DIR: '/d/parquet_builds',
    CACHE_TITLE_TTL: '60',
    QUERY_TIMEOUT: expect.stringMatching(/^30/) as string,
    PORT: '5000',
    UPDATE_TZ: 'Asia/Kolkata',
    WEBHOOK_URL: null,
  });
});

test.each([
  ['Europe/Berlin', 'Europe/Berlin', undefined],
  [':Europe/Berlin', 'Europe/Berlin', undefined],
  ['posix/Europe/Berlin', 'Europe/Berlin', undefined],
  [':/etc/localtime', 'Asia/Kolkata', ':/etc/localtime'],
  ['CET-1CEST,M3.5.0,M10.5.0/3', 'Asia/Kolkata', 'CET-1CEST,M3.5.0,M10.5.0/3'],
])('readConfig takes the TZ "%s" of a system for %s', (TZ, timeZone, unknownTz) => {
  expect(readConfig({ TZ }, '/nowhere')).toMatchObject({ schedule: { timeZone }, unknownTz });
  const own = readConfig({ TZ, UPDATE_TZ: 'Asia/Tokyo' }, '/nowhere');
  expect([own.schedule.timeZone, own.unknownTz]).toEqual(['Asia/Tokyo', undefined]);
});

test('readConfig takes UPDATE_TIME=auto, with the usual time until one is learned', () => {
  const { schedule } = readConfig({ UPDATE_TIME: 'Auto', UPDATE_TZ: 'Europe/Berlin' }, '/nowhere');
  expect(schedule).toEqual({ off: false, auto: true, time: '22:00', timeZone: 'Europe/Berlin' });
});

test('readConfig takes every name of the older services', () => {
  const config = readConfig(
    {
      DATA_DIR: '/d',
      DOWNLOAD_DIR: '/d/1',
      TMP_DIR: '/d/2',
      PARQUET_DIR: '/d/3',
      META_DIR: '/d/4',
      LOG_DIR: '/d/5',
      EXTRACT_DIR: '/d/6',
      LOG_LEVEL: 'WARN',
      IMDB_BASE_URL: 'https://films.example/',
      ENABLE_AKAS: 'false',
      UPDATE_TIME: '3:15',
      UPDATE_TZ: 'Europe/Berlin',
      CACHE_TITLE_TTL: '1',
      CACHE_TITLE_MAX: '2',
      CACHE_PERSON_TTL: '3',
      CACHE_PERSON_MAX: '4',
      CACHE_SEARCH_TTL: '5',
      CACHE_SEARCH_MAX: '6',
      VERSION_POLL_INTERVAL: '7',
      MAX_SEARCH_LIMIT: '88',
      HOST: '0.0.0.0',
      PORT: '4001',
      FRONTEND_URL: 'https://old.example/',
      CORS_ORIGINS: 'https://new.example, https://old.example',
      INGEST_LOCK_STALE_SECONDS: '3600',
    },
    '/nowhere',
  );
  expect(config).toMatchObject({
    folders: { downloads: '/d/1', tmp: '/d/2', builds: '/d/3', meta: '/d/4', extracted: '/d/6' },
    logFiles: { folder: '/d/5' },
    logLevel: 'warn',
    ingest: { baseUrl: 'https://films.example/', akas: false },
    schedule: { time: '3:15', timeZone: 'Europe/Berlin' },
    store: {
      pollMs: 7000,
      caches: {
        titles: { ttlMs: 1000, max: 2 },
        people: { ttlMs: 3000, max: 4 },
        search: { ttlMs: 5000, max: 6 },
      },
    },
    limits: { maxSearchPage: 88 },
    http: { host: '0.0.0.0', port: 4001, cors: ['https://new.example', 'https://old.example'] },
    obsolete: ['INGEST_LOCK_STALE_SECONDS'],
  });
});

test('readConfig takes proxies in small letters first, as other programs do, and from the file last', async () => {
  const file = join(newFolder(), '.env');
  await writeFile(file, 'https_proxy=http://file-small:1\nHTTP_PROXY=http://file:1\nno_proxy=file\n');
  const environment = { http_proxy: 'http://small:1', HTTP_PROXY: 'http://capital:1', NO_PROXY: 'a,b', no_proxy: '' };
  expect(readConfig(environment, file).network.proxies).toEqual({
    HTTP_PROXY: 'http://small:1',
    HTTPS_PROXY: 'http://file-small:1',
    NO_PROXY: 'a,b',
  });
  expect(readConfig({}, '/nowhere').network).toEqual({
    userAgent: 'marquee',
    proxies: { HTTP_PROXY: undefined, HTTPS_PROXY: undefined, NO_PROXY: undefined },
  });
});

/** Raw settings, and what they become: `path.to.value` of the configuration. */
const DERIVED: [Record<string, string>, string, unknown][] = [
  // Seconds and days in milliseconds.
  [{ VERSION_POLL_INTERVAL: '7' }, 'store.pollMs', 7000],
  [{ VERSION_POLL_INTERVAL: '0.5' }, 'store.pollMs', 500],
  [{ QUERY_TIMEOUT: '8' }, 'store.scanTimeoutMs', 8000],
  [{ ANSWER_TIMEOUT: '9' }, 'bounds.answerMs', 9000],
  [{ DOWNLOAD_TIMEOUT: '11' }, 'ingest.patience.totalMs', 11_000],
  [{ DOWNLOAD_IDLE_TIMEOUT: '12' }, 'ingest.patience.idleMs', 12_000],
  [{ CACHE_TITLE_TTL: '13' }, 'store.caches.titles.ttlMs', 13_000],
  [{ CACHE_PERSON_TTL: '14' }, 'store.caches.people.ttlMs', 14_000],
  [{ CACHE_SEARCH_TTL: '15' }, 'store.caches.search.ttlMs', 15_000],
  [{ CACHE_RESPONSE_TTL: '16' }, 'answers.ttlMs', 16_000],
  [{ DRAIN_DELAY: '17' }, 'drainMs', 17_000],
  [{ STALE_AFTER_DAYS: '2' }, 'watch.staleAfterMs', 172_800_000],
  [{ STALE_AFTER_DAYS: '0.5' }, 'watch.staleAfterMs', 43_200_000],
  // A stop has its own time after the wait for what sends requests.
  [{}, 'stopMs', 20_000],
  [{ STOP_TIMEOUT: '5' }, 'stopMs', 5000],
  [{ DRAIN_DELAY: '17' }, 'stopMs', 37_000],
  [{ STOP_TIMEOUT: '5', DRAIN_DELAY: '17' }, 'stopMs', 22_000],
  // Ten minutes, or the time in which other processes have looked at the pointer several times.
  [{}, 'ingest.pruneGraceMs', 600_000],
  [{ VERSION_POLL_INTERVAL: '150' }, 'ingest.pruneGraceMs', 600_000],
  [{ VERSION_POLL_INTERVAL: '151' }, 'ingest.pruneGraceMs', 604_000],
  // The usual page is no larger than any that may be asked for.
  [{}, 'limits.defaultPage', 20],
  [{ DEFAULT_PAGE_SIZE: '30' }, 'limits.defaultPage', 30],
  [{ DEFAULT_PAGE_SIZE: '1000' }, 'limits.defaultPage', 100],
  [{ MAX_PAGE_SIZE: '3' }, 'limits.defaultPage', 3],
  [{ MAX_LONG_PAGE_SIZE: '4' }, 'limits.defaultPage', 4],
  [{ MAX_SEARCH_LIMIT: '5' }, 'limits.defaultPage', 5],
  // Memory and threads of an ingest and of serving.
  [{}, 'ingest.memoryLimit', '2560MiB'],
  [{}, 'store.memoryLimit', '1GiB'],
  [{ DUCKDB_MEMORY_LIMIT: '3GiB' }, 'ingest.memoryLimit', '3GiB'],
  [{ DUCKDB_MEMORY_LIMIT: '3GiB' }, 'store.memoryLimit', '3GiB'],
  [{ DUCKDB_INGEST_MEMORY_LIMIT: '4GiB' }, 'ingest.memoryLimit', '4GiB'],
  [{ DUCKDB_INGEST_MEMORY_LIMIT: '4GiB' }, 'store.memoryLimit', '1GiB'],
  [{ DUCKDB_INGEST_MEMORY_LIMIT: '4GiB', DUCKDB_MEMORY_LIMIT: '3GiB' }, 'ingest.memoryLimit', '4GiB'],
  [{}, 'ingest.threads', undefined],
  [{}, 'store.threads', 1],
  [{ DUCKDB_THREADS: '6' }, 'ingest.threads', 6],
  [{ DUCKDB_THREADS: '6' }, 'store.threads', 6],
  // Folders, of which each may be elsewhere.
  [{ DATA_DIR: '/d' }, 'folders.downloads', '/d/downloads'],
  [{ DATA_DIR: '/d' }, 'folders.builds', '/d/parquet_builds'],
  [{ DATA_DIR: '/d' }, 'folders.meta', '/d'],
  [{ DATA_DIR: '/d' }, 'folders.tmp', '/d/tmp'],
  [{ DATA_DIR: '/d', PARQUET_DIR: '/p' }, 'folders.builds', '/p'],
  [{}, 'logFiles', undefined],
  [{ LOG_DIR: '/l' }, 'logFiles', { folder: '/l', keep: 14 }],
  // Both names of the origins, each once.
  [{ CORS_ORIGINS: 'https://a.example', FRONTEND_URL: 'https://b.example' }, 'http.cors.length', 2],
  [{ SCHEDULE: 'off' }, 'schedule.off', true],
  [{ SCHEDULE: 'on' }, 'schedule.off', false],
  // Bytes in a second, or none at all.
  [{}, 'store.scrub.bytesPerSecond', 16_777_216],
  [{ SCRUB_MIB_PER_SECOND: '3' }, 'store.scrub.bytesPerSecond', 3_145_728],
  [{ SCRUB_MIB_PER_SECOND: '0' }, 'store.scrub', undefined],
  // A share of nothing, and of all.
  [{ TMDB_RATE: '0.5' }, 'tmdb.requestsPerSecond', 0.5],
  [{ TMDB_SIMILARITY: 'on' }, 'ingest.tmdbSimilarity', true],
  [{}, 'ingest.tmdbSimilarity', false],
  [{ TMDB_NIGHTLY_REQUESTS: '0' }, 'tmdb.nightlyRequests', 0],
  [{ MAX_SHRINK: '0' }, 'ingest.maxShrink', 0],
  [{ MAX_SHRINK: '1' }, 'ingest.maxShrink', 1],
];

test.each(DERIVED)('readConfig makes of %o the %s %s', (settings, path, expected) => {
  expect(valueAt(readConfig(settings, '/nowhere'), path)).toEqual(expected);
});

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce((found, name) => (found as Record<string, unknown> | undefined)?.[name], value);
}

/** Of each count its place in the configuration; a setting whose value another one has would not be told from it. */
const COUNTS: Record<string, string> = {
  LOG_KEEP: 'logFiles.keep',
  DOWNLOAD_CONCURRENCY: 'ingest.downloadConcurrency',
  DOWNLOAD_RETRIES: 'ingest.patience.retries',
  EXPORT_PARALLEL: 'exports.parallel',
  TMDB_CONCURRENCY: 'tmdb.concurrency',
  KEEP_BUILDS: 'ingest.keepBuilds',
  SIMILAR_MIN_VOTES: 'ingest.similarMinVotes',
  MAX_COST: 'bounds.cost.most',
  MAX_ANSWER_OBJECTS: 'bounds.answer.objects',
  MAX_ANSWER_BYTES: 'bounds.answer.bytes',
  CACHE_TITLE_MAX: 'store.caches.titles.max',
  CACHE_PERSON_MAX: 'store.caches.people.max',
  CACHE_SEARCH_MAX: 'store.caches.search.max',
  CACHE_RESPONSE_MAX: 'answers.max',
  DEFAULT_PAGE_SIZE: 'limits.defaultPage',
  MAX_PAGE_SIZE: 'limits.maxPage',
  MAX_LONG_PAGE_SIZE: 'limits.maxLongPage',
  MAX_SEARCH_LIMIT: 'limits.maxSearchPage',
  MAX_IDS: 'limits.maxIds',
  MAX_FILTER_IDS: 'limits.maxFilterIds',
  MAX_REQUESTS: 'http.admission.mostRequests',
  MAX_SOCKETS: 'http.mostSockets',
  MAX_SUBSCRIPTIONS: 'http.mostSubscriptions',
  MAX_SUBSCRIPTIONS_PER_CLIENT: 'http.mostSubscriptionsPerClient',
  MAX_BODY_BYTES: 'http.maxBodyBytes',
  PORT: 'http.port',
  WORKERS: 'workers',
};

test('readConfig puts each count where it belongs', () => {
  const names = Object.keys(COUNTS);
  const most = ['DOWNLOAD_CONCURRENCY', 'DOWNLOAD_RETRIES', 'DEFAULT_PAGE_SIZE', 'EXPORT_PARALLEL'];
  // Small ones first: two have bounds, and the usual page is the least of four.
  const ordered = [...most, ...names.filter((name) => !most.includes(name))];
  const settings = Object.fromEntries(ordered.map((name, at) => [name, String(at + 3)]));
  const config = readConfig({ LOG_DIR: '/l', ...settings }, '/nowhere');
  expect(names.map((name) => [name, String(valueAt(config, COUNTS[name] ?? ''))])).toEqual(
    names.map((name) => [name, settings[name]]),
  );
});

test('every setting of a number is in one of the two tables', () => {
  const defaults = SETTINGS.parse({});
  const numbers = Object.entries(defaults).flatMap(([name, value]) => (typeof value === 'number' ? [name] : []));
  const tried = new Set([...Object.keys(COUNTS), ...DERIVED.flatMap(([settings]) => Object.keys(settings))]);
  expect(numbers.filter((name) => !tried.has(name))).toEqual([]);
});
