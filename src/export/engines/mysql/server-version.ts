import { ExportFailed } from '../../export-failed.ts';

/**
 * The oldest versions. MySQL's and MariaDB's RENAME TABLE of several tables survives a crash as one since these, and
 * the views need window functions.
 */
const OLDEST = { MySQL: [8, 0], MariaDB: [10, 6] } as const;

/**
 * The name and version of a server, `MariaDB 10.11.6`, from what `VERSION()` says: `8.4.3`, `10.11.6-MariaDB-log`,
 * `8.0.mysql_aurora.3.05.2`. @throws ExportFailed where it is too old.
 */
export function serverVersion(text: string): string {
  const product = /mariadb/i.test(text) ? 'MariaDB' : 'MySQL';
  // Replication needs some MariaDB to begin with the version of a MySQL.
  const [version = '?', major = 0, minor = 0] = /^(\d+)\.(\d+)(?:\.\d+)*/.exec(text.replace(/^5\.5\.5-/, '')) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST[product];
  if (Number(major) < oldestMajor || (Number(major) === oldestMajor && Number(minor) < oldestMinor)) {
    throw new ExportFailed(
      'REFUSED',
      `${product} ${version} is too old: exports need ${product} ${oldestMajor}.${oldestMinor} or newer`,
    );
  }
  return `${product} ${version}`;
}
