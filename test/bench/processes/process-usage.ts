import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second. */
const TICK_MS = 10;
/** Fields of /proc/<pid>/stat after the name, which may hold spaces: state is the first. */
const PARENT = 1;
const CPU_TIMES = [11, 12, 13, 14] as const;

/** User and system time of the processes and all below them, in milliseconds; that of children which have ended included. */
export function cpuMsOf(pids: readonly number[]): number {
  return sum(withChildren(pids), (pid) => sum(CPU_TIMES, (field) => Number(statOf(pid)[field] ?? 0)) * TICK_MS);
}

/**
 * Memory of the processes and all below them; what processes share is counted once. It holds a large process up for
 * some hundredths of a second: not to be called again and again.
 */
export function memoryOf(pids: readonly number[]): number {
  return sum(withChildren(pids), (pid) => kibibytes(`/proc/${pid}/smaps_rollup`, 'Pss'));
}

/** The most memory that a process has had so far. */
export function peakMemoryOf(pid: number): number {
  return kibibytes(`/proc/${pid}/status`, 'VmHWM');
}

/** Bytes that a process has made the system write so far. */
export function writtenBytesOf(pid: number): number {
  return Number(/^write_bytes: (\d+)/m.exec(read(`/proc/${pid}/io`))?.[1] ?? 0);
}

function withChildren(pids: readonly number[]): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(statOf(Number(name))[PARENT] ?? 0) }));
  const tree = new Set(pids);
  let before = 0;
  while (tree.size > before) {
    before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

function statOf(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function kibibytes(file: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(file))?.[1] ?? 0) * 1024;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
