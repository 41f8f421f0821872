import { DuckDBInstance } from '@duckdb/node-api';

import { literal } from './literal.ts';

export interface InstanceOptions {
  /** Size in DuckDB's notation, such as `1GiB`. */
  memoryLimit: string;
  /** DuckDB's threads, without the calling ones. */
  threads: number;
  /** Folders in which it may read and write. */
  folders: readonly string[];
  /** Files elsewhere that it may read and write. */
  files?: readonly string[];
  /** Folder for what does not fit into memory, which DuckDB makes and removes; null where a query is to fail instead. */
  spill: string | null;
  /** Further settings by name, as SQL has their values. */
  settings?: Readonly<Record<string, string>>;
}

/**
 * Opens a DuckDB in memory that may touch the given folders and files and nothing else: it loads no extension, and no
 * statement changes that afterwards. Each DuckDB of the program is opened here.
 */
export async function openInstance(options: InstanceOptions): Promise<DuckDBInstance> {
  const { memoryLimit, threads, folders, files = [], spill, settings = {} } = options;
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    threads: String(threads),
    temp_directory: spill ?? '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
  });
  try {
    const inside = [...folders, ...(spill === null ? [] : [spill])].map((folder) => `${folder}/`);
    const all = {
      ...settings,
      allowed_directories: listOf(inside),
      allowed_paths: listOf(files),
      // The last ones: nothing can be set after them.
      enable_external_access: 'false',
      lock_configuration: 'true',
    };
    const connection = await instance.connect();
    try {
      for (const [name, value] of Object.entries(all)) await connection.run(`SET GLOBAL ${name} = ${value}`);
    } finally {
      connection.closeSync();
    }
    return instance;
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

function listOf(texts: readonly string[]): string {
  return `[${texts.map(literal).join(', ')}]`;
}
