import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';

import { MOST_EXPORT_TARGETS } from './dataset/most-export-targets.ts';
import { foldersIn } from './dataset/builds/paths.ts';
import type { Folders } from './dataset/builds/paths.ts';
import { UsageError } from './errors.ts';
import { DEFAULT_DATA_DIR, DEFAULT_UPDATE_TIME, SETTINGS, zoneOfSystem } from './settings.ts';
import type { Settings } from './settings.ts';

const MIB = 1 << 20;

/** What a server in another process gets at least to leave a build that was replaced. */
const PRUNE_GRACE_MS = 600_000;

/** Where nothing else says when a day is. */
const LAST_ZONE = 'Asia/Kolkata';

export type Config = Readonly<Omit<ReturnType<typeof fromSettings>, 'folders'>> & {
  readonly folders: Folders;
  /** The settings that are set, as they are written, by name. */
  readonly given: Readonly<Record<string, string>>;
};

/**
 * Reads the settings from the environment, over those of a `.env` file in the working folder. The only reader of
 * both.
 * @throws UsageError that lists every setting that is wrong.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, envFile = '.env'): Config {
  const fromFile = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  // An empty variable, as compose files leave it, is one that is not set.
  const given = Object.entries({ ...withProxies(fromFile), ...withProxies(environment) })
    .map(([name, value = '']) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '');
  const values = Object.fromEntries(given);
  const parsed = SETTINGS.safeParse(values);
  if (!parsed.success) {
    const lines = new Map<string, string>();
    for (const { path, message } of parsed.error.issues) {
      const name = String(path[0]);
      // One for each setting: what else is wrong with it follows from the first.
      if (!lines.has(name)) lines.set(name, `  ${name}: ${shown(name, values[name])} is not ${message}`);
    }
    throw new UsageError(['These settings are not usable:', ...lines.values()].join('\n'));
  }
  const config = fromSettings(parsed.data);
  // What the file says, every command over it reads.
  const own = environment['DATA_DIR']?.trim();
  const setting = own === undefined || own === '' ? undefined : dataDirSetting(own);
  return Object.freeze({ ...config, folders: { ...config.folders, setting }, given: values });
}

/** How to tell a command of a data folder; undefined for the one that it takes by itself. Paths are not for everybody. */
function dataDirSetting(dataDir: string): string | undefined {
  if (resolve(dataDir) === resolve(DEFAULT_DATA_DIR)) return undefined;
  return `DATA_DIR=${isAbsolute(dataDir) ? '…' : dataDir}`;
}

/** Other programs know these in small letters too, and take them first. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'] as const;

function withProxies(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const named = PROXIES.map((name) => [name, variables[name.toLowerCase()] || variables[name]] as const);
  return { ...variables, ...Object.fromEntries(named.filter(([, value]) => value !== undefined)) };
}

/** Whoever knows the address may post there; and somebody may write a token where its hash belongs. */
const SECRETS: ReadonlySet<string> = new Set([
  'WEBHOOK_URL',
  'ADMIN_TOKENS',
  'READ_TOKENS',
  'EXPORT_URL',
  'DB_URL',
  'POSTGRES_PASSWORD',
  'DATABASE_PASSWORD',
  'TMDB_TOKEN',
  'BEARER_TOKEN',
]);

function shown(name: string, value = ''): string {
  if (SECRETS.has(name)) return 'its value';
  // Of a proxy whatever is before its host is secret, with a scheme or without.
  const text = name.endsWith('_PROXY') ? value.replace(/^.*@/, '***@') : withoutPassword(value);
  return `"${text.length > 100 ? `${text.slice(0, 100)}…` : text}"`;
}

/** An address as it may be shown. */
export function withoutPassword(text: string): string {
  return text.replace(/^([a-z][a-z0-9+.-]*:\/\/).*@/i, '$1***@');
}

function fromSettings(env: Settings) {
  const systemZone = env.TZ === undefined ? undefined : zoneOfSystem(env.TZ);
  return {
    folders: foldersIn(env.DATA_DIR, {
      ...(env.DOWNLOAD_DIR && { downloads: env.DOWNLOAD_DIR }),
      ...(env.PARQUET_DIR && { builds: env.PARQUET_DIR }),
      ...(env.META_DIR && { meta: env.META_DIR }),
      ...(env.TMP_DIR && { tmp: env.TMP_DIR }),
      ...(env.EXTRACT_DIR && { extracted: env.EXTRACT_DIR }),
      ...(env.TMDB_DIR && { tmdb: env.TMDB_DIR }),
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
      similarMinVotes: env.SIMILAR_MIN_VOTES,
      tmdbSimilarity: env.TMDB_SIMILARITY === 'on',
      keepBuilds: env.KEEP_BUILDS,
      pruneGraceMs: Math.max(PRUNE_GRACE_MS, 4 * env.VERSION_POLL_INTERVAL),
      akas: env.ENABLE_AKAS,
      memoryLimit: env.DUCKDB_INGEST_MEMORY_LIMIT ?? env.DUCKDB_MEMORY_LIMIT ?? '2560MiB',
      threads: env.DUCKDB_THREADS,
    },
    exports: {
      targets: exportTargets(env),
      afterIngest: env.EXPORT_AFTER_INGEST === 'on',
      parallel: env.EXPORT_PARALLEL,
      tables: unlessEmpty(env.EXPORT_TABLES),
      types: unlessEmpty(env.EXPORT_TYPES),
      minVotes: env.EXPORT_MIN_VOTES,
      danglingReport: env.EXPORT_DROP_DANGLING,
      tmdb: env.EXPORT_TMDB === 'on',
    },
    tmdb: {
      token: env.TMDB_TOKEN ?? env.BEARER_TOKEN,
      baseUrl: withoutSlash(env.TMDB_BASE_URL),
      imageUrl: withoutSlash(env.TMDB_IMAGE_URL),
      exportUrl: withoutSlash(env.TMDB_EXPORT_URL),
      concurrency: env.TMDB_CONCURRENCY,
      requestsPerSecond: env.TMDB_RATE,
      nightlyRequests: env.TMDB_NIGHTLY_REQUESTS,
    },
    network: {
      userAgent: env.DOWNLOAD_USER_AGENT,
      proxies: { HTTP_PROXY: env.HTTP_PROXY, HTTPS_PROXY: env.HTTPS_PROXY, NO_PROXY: env.NO_PROXY },
    },
    schedule: {
      off: env.SCHEDULE === 'off',
      auto: env.UPDATE_TIME === 'auto',
      time: env.UPDATE_TIME === 'auto' ? DEFAULT_UPDATE_TIME : env.UPDATE_TIME,
      timeZone: env.UPDATE_TZ ?? systemZone ?? LAST_ZONE,
    },
    watch: { staleAfterMs: env.STALE_AFTER_DAYS * 86_400_000, webhook: env.WEBHOOK_URL },
    store: {
      lookup: env.LOOKUP,
      pollMs: env.VERSION_POLL_INTERVAL,
      scrub: env.SCRUB_MIB_PER_SECOND === 0 ? undefined : { bytesPerSecond: env.SCRUB_MIB_PER_SECOND * MIB },
      memoryLimit: env.DUCKDB_MEMORY_LIMIT ?? '1GiB',
      threads: env.DUCKDB_THREADS ?? 1,
      scanTimeoutMs: env.QUERY_TIMEOUT,
      caches: {
        titles: { max: env.CACHE_TITLE_MAX, ttlMs: env.CACHE_TITLE_TTL },
        people: { max: env.CACHE_PERSON_MAX, ttlMs: env.CACHE_PERSON_TTL },
        search: { max: env.CACHE_SEARCH_MAX, ttlMs: env.CACHE_SEARCH_TTL },
      },
    },
    answers: { max: env.CACHE_RESPONSE_MAX, ttlMs: env.CACHE_RESPONSE_TTL },
    limits: {
      defaultPage: Math.min(env.DEFAULT_PAGE_SIZE, env.MAX_PAGE_SIZE, env.MAX_LONG_PAGE_SIZE, env.MAX_SEARCH_LIMIT),
      maxPage: env.MAX_PAGE_SIZE,
      maxLongPage: env.MAX_LONG_PAGE_SIZE,
      maxSearchPage: env.MAX_SEARCH_LIMIT,
      maxIds: env.MAX_IDS,
      maxFilterIds: env.MAX_FILTER_IDS,
    },
    bounds: {
      cost: { mode: env.COST_MODE, most: env.MAX_COST },
      answer: { objects: env.MAX_ANSWER_OBJECTS, bytes: env.MAX_ANSWER_BYTES },
      answerMs: env.ANSWER_TIMEOUT,
    },
    http: {
      host: env.HOST,
      port: env.PORT,
      cors: [...new Set([...env.CORS_ORIGINS, ...env.FRONTEND_URL])],
      webApp: env.WEB_APP,
      graphiql: env.GRAPHIQL,
      fastLane: env.FAST_LANE,
      maxBodyBytes: env.MAX_BODY_BYTES,
      admission: { hosts: env.ALLOWED_HOSTS, mostRequests: env.MAX_REQUESTS },
      mostSockets: env.MAX_SOCKETS,
      mostSubscriptions: env.MAX_SUBSCRIPTIONS,
      mostSubscriptionsPerClient: env.MAX_SUBSCRIPTIONS_PER_CLIENT,
      rateLimits: env.RATE_LIMITS,
      trustedProxies: env.TRUSTED_PROXIES,
      logAddresses: env.LOG_CLIENT_ADDRESS,
    },
    access: {
      adminTokens: env.ADMIN_TOKENS,
      readTokens: env.READ_TOKENS,
      needsToken: env.READ_ACCESS === 'token',
      introspection: env.INTROSPECTION === 'on',
      jwt: jwtOf(env),
    },
    workers: env.WORKERS,
    drainMs: env.DRAIN_DELAY * 1000,
    stopMs: env.STOP_TIMEOUT + env.DRAIN_DELAY * 1000,
    logLevel: env.LOG_LEVEL,
    logFormat: env.LOG_FORMAT,
    logFiles: env.LOG_DIR === undefined ? undefined : { folder: resolve(env.LOG_DIR), keep: env.LOG_KEEP },
    /** A `TZ` that would count and names no time zone. */
    unknownTz: env.UPDATE_TZ === undefined && systemZone === undefined ? env.TZ : undefined,
    obsolete: env.INGEST_LOCK_STALE_SECONDS === undefined ? [] : ['INGEST_LOCK_STALE_SECONDS'],
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/**
 * Whose JSON Web Tokens are accepted; undefined if nobody's.
 * @throws UsageError if an issuer is named in part: tokens that it makes for other services would be accepted.
 */
function jwtOf({ JWT_JWKS, JWT_ISSUER, JWT_AUDIENCE, JWT_ROLE_CLAIM }: Settings) {
  if (JWT_JWKS === undefined && JWT_ISSUER === undefined && JWT_AUDIENCE === undefined) return undefined;
  if (JWT_JWKS === undefined || JWT_ISSUER === undefined || JWT_AUDIENCE === undefined) {
    throw new UsageError(
      'JWT_JWKS, JWT_ISSUER and JWT_AUDIENCE belong together: set all three, or none if no JSON Web Tokens are accepted.',
    );
  }
  const keys = JWT_JWKS.includes('://') ? JWT_JWKS : resolve(JWT_JWKS);
  return { keys, issuer: JWT_ISSUER, audience: JWT_AUDIENCE, roleClaim: JWT_ROLE_CLAIM };
}

/** A list of settings that is not empty. */
function unlessEmpty(list: readonly string[]): readonly string[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** The addresses of databases that exports go to, of the settings of older services too. */
function exportTargets(env: Settings): readonly string[] {
  const targets = [...env.EXPORT_URL];
  if (env.DB_URL !== undefined) targets.push(env.DB_URL);
  if (env.POSTGRES_HOST !== undefined) {
    const { POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER = 'postgres', POSTGRES_PASSWORD } = env;
    const at = { host: POSTGRES_HOST, port: POSTGRES_PORT, database: POSTGRES_DB ?? POSTGRES_USER };
    targets.push(addressOf('postgres', { ...at, user: POSTGRES_USER, password: POSTGRES_PASSWORD }));
  }
  if (env.DATABASE_SERVER !== undefined) {
    const { DATABASE_SERVER, DATABASE_NAME, DATABASE_USERNAME, DATABASE_PASSWORD } = env;
    if (DATABASE_NAME === undefined) throw new UsageError('DATABASE_SERVER needs DATABASE_NAME: set both, or neither.');
    // SQL Server writes its port behind a comma, a named instance behind a backslash, and may name the protocol:
    // `tcp:films.database.windows.net,1433`, `films.example\SQLEXPRESS`.
    const [place = '', port] = DATABASE_SERVER.replace(/^tcp:/i, '').split(/[,:]/);
    const [host = '', instance] = place.split('\\');
    const at = { host, port, instance, database: DATABASE_NAME };
    targets.push(addressOf('sqlserver', { ...at, user: DATABASE_USERNAME, password: DATABASE_PASSWORD }));
  }
  const different = [...new Set(targets)];
  if (different.length > MOST_EXPORT_TARGETS) {
    throw new UsageError(`EXPORT_URL: ${different.length} databases, at most ${MOST_EXPORT_TARGETS} are allowed.`);
  }
  return different;
}

interface Address {
  host: string;
  port?: string | number | undefined;
  instance?: string | undefined;
  database: string;
  user: string | undefined;
  password: string | undefined;
}

function addressOf(scheme: string, { host, port, instance, database, user = '', password }: Address): string {
  const code = encodeURIComponent;
  const credentials = password === undefined ? code(user) : `${code(user)}:${code(password)}`;
  // As options, so that the host may be the path of a socket, or an address of IPv6 without brackets.
  const options = Object.entries({ host, port, instance }).filter(([, value]) => value !== undefined);
  const place = options.map(([name, value]) => `${name}=${code(String(value))}`).join('&');
  return `${scheme}://${credentials === '' ? '' : `${credentials}@`}/${code(database)}?${place}`;
}

/** The same configuration over other places, as the command line asks for them. */
export function withPlaces(
  config: Config,
  { dataDir, from, port }: { dataDir?: string | undefined; from?: string | undefined; port?: number | undefined },
): Config {
  return {
    ...config,
    folders: dataDir === undefined ? config.folders : { ...foldersIn(dataDir), setting: dataDirSetting(dataDir) },
    ingest: from === undefined ? config.ingest : { ...config.ingest, baseUrl: pathToFileURL(resolve(from)).href },
    http: port === undefined ? config.http : { ...config.http, port },
  };
}
