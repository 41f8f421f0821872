import { withoutPassword } from '../../config.ts';
import type { Config } from '../../config.ts';
import { parseTarget, shownTarget } from '../../export/targets/target.ts';
import { describeSettings } from '../../settings.ts';

/** `marquee config`: the effective settings as JSON, without secrets: passwords, tokens, hashes of tokens, and the path of the webhook. */
export function showConfig(config: Config): string {
  const derived = derivedFrom(config);
  const settings = describeSettings().map(({ name, fallback }) => {
    const value = derived[name] ?? config.given[name] ?? fallback;
    return [name, shown(name, value)] as const;
  });
  return JSON.stringify(Object.fromEntries(settings), null, 2);
}

/** Those that follow from others where they are not set, and folders by their whole paths. */
function derivedFrom({
  folders,
  ingest,
  store,
  schedule,
  network,
  logFiles,
}: Config): Record<string, string | undefined> {
  const { proxies } = network;
  return {
    DOWNLOAD_DIR: folders.downloads,
    PARQUET_DIR: folders.builds,
    META_DIR: folders.meta,
    TMP_DIR: folders.tmp,
    EXTRACT_DIR: folders.extracted,
    TMDB_DIR: folders.tmdb,
    LOG_DIR: logFiles?.folder,
    DUCKDB_INGEST_MEMORY_LIMIT: ingest.memoryLimit,
    DUCKDB_MEMORY_LIMIT: store.memoryLimit,
    UPDATE_TZ: schedule.timeZone,
    HTTP_PROXY: proxies.HTTP_PROXY,
    HTTPS_PROXY: proxies.HTTPS_PROXY,
  };
}

function shown(name: string, value: string): string | null {
  if (value === '') return null;
  if (/_(PASSWORD|KEY|SECRET|TOKEN)$/.test(name)) return '***';
  // An address that cannot be read may have its password anywhere.
  if (name === 'EXPORT_URL' || name === 'DB_URL') return value.split(',').map(shownAddress).join();
  // A hash is no token, and yet whoever has it can try tokens without asking the server.
  if (name.endsWith('_TOKENS')) return value.replace(/sha256:[\da-f]+/gi, 'sha256:***');
  if (name !== 'WEBHOOK_URL') return withoutPassword(value);
  const { protocol, host } = new URL(value);
  return `${protocol}//${host}/***`;
}

function shownAddress(address: string): string {
  try {
    return shownTarget(parseTarget(address.trim()));
  } catch {
    return '***';
  }
}
