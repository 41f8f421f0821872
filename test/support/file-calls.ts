import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { newFolder } from './folders.ts';

/** A call to the system that says what a power loss would leave. */
export interface FileCall {
  /** `write`, `sync`, `rename` or `remove`. */
  what: string;
  /** The file or folder, under its new name after a rename. */
  path: string;
  /** Lines of the trace on which it begins and ends: others may begin between. */
  begin: number;
  end: number;
}

const run = promisify(execFile);

const KINDS: Readonly<Record<string, string>> = {
  write: 'write',
  writev: 'write',
  pwrite64: 'write',
  pwritev: 'write',
  fsync: 'sync',
  fdatasync: 'sync',
  rename: 'rename',
  renameat: 'rename',
  renameat2: 'rename',
  unlink: 'remove',
  unlinkat: 'remove',
  rmdir: 'remove',
};

/**
 * Runs a script under strace and answers with its calls below a folder, in order of their begin. undefined where
 * tracing is not possible here.
 */
export async function traceFileCalls(
  script: string,
  args: readonly string[],
  { below, env = process.env }: { below: string; env?: NodeJS.ProcessEnv },
): Promise<FileCall[] | undefined> {
  const trace = join(newFolder('trace'), 'calls');
  const options = ['-f', '-y', '-s', '4096', '--seccomp-bpf', '-e', `trace=${Object.keys(KINDS).join()}`, '-o', trace];
  if (!(await canTrace())) return undefined;
  await run('strace', [...options, process.execPath, script, ...args], { env });
  return readCalls(await readFile(trace, 'utf8')).filter(({ path }) => path.startsWith(below));
}

/** Whether system calls can be traced here. */
export async function canTrace(): Promise<boolean> {
  try {
    await run('strace', ['-o', '/dev/null', 'true']);
    return true;
  } catch (error) {
    if (process.env['REQUIRE_ALL'] === '1') throw new Error('strace does not trace here', { cause: error });
    console.log(`skipped: system calls cannot be traced here: ${String(error)}`);
    return false;
  }
}

/** A call that others interrupt stands on two lines: `… <unfinished ...>` and `<... fsync resumed>…`. */
function readCalls(trace: string): FileCall[] {
  const calls: FileCall[] = [];
  const unfinished = new Map<string, FileCall>();
  for (const [at, line] of trace.split('\n').entries()) {
    const [, pid = '', name, rest = ''] = /^([0-9]+) +(?:<\.\.\. )?([a-z0-9]+)(?:\(| resumed>)(.*)$/.exec(line) ?? [];
    const what = KINDS[name ?? ''];
    if (what === undefined) continue;
    const begun = unfinished.get(pid) ?? { what, path: pathIn(rest, what), begin: at, end: at };
    unfinished.delete(pid);
    if (rest.endsWith('<unfinished ...>')) unfinished.set(pid, begun);
    else if (!/ = -1 /.test(rest)) calls.push({ ...begun, end: at });
  }
  return calls.sort((a, b) => a.begin - b.begin);
}

/** Of a descriptor, as `-y` shows it, or the last name. */
function pathIn(text: string, what: string): string {
  const path = what === 'write' || what === 'sync' ? /^[0-9]+<([^>]*)>/ : /"([^"]*)"[^"]*$/;
  return path.exec(text)?.[1] ?? '';
}
