import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What a process has open, by kind. */
export interface OpenKinds {
  sockets: number;
  /** Files of the build that is served. */
  served: number;
  /** Files of other builds, or of such that are removed. */
  otherBuilds: number;
  /** Files, pipes and what else the system has. */
  rest: number;
}

export interface Sample {
  /** Seconds since the load began. */
  atSeconds: number;
  residentMib: number;
  /** After a collection of garbage. */
  heapMib: number;
  threads: number;
  open: OpenKinds;
  buildId: string | null;
  ingesting: boolean;
}

const BUILD_IN_PATH = /\/(?:\.tmp-)?(\d{8}T\d{6}Z(?:-\d+)?)\//;

/** What a process has open now. */
export function openKindsOf(pid: number, buildId: string | null): OpenKinds {
  const open: OpenKinds = { sockets: 0, served: 0, otherBuilds: 0, rest: 0 };
  for (const target of targetsOf(pid)) {
    const ofBuild = BUILD_IN_PATH.exec(target)?.[1];
    if (target.startsWith('socket:')) open.sockets += 1;
    else if (ofBuild === undefined) open.rest += 1;
    else if (ofBuild === buildId && !target.endsWith(' (deleted)')) open.served += 1;
    else open.otherBuilds += 1;
  }
  return open;
}

function targetsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
    } catch {
      // Closed meanwhile.
      return [];
    }
  });
}

export function threadsOf(pid: number): number {
  return Number(/^Threads:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}

/** Growth in an hour, as the line through the points has it by least squares. */
export function slopePerHour(points: readonly { atSeconds: number; value: number }[]): number {
  const mean = (of: (point: (typeof points)[number]) => number): number =>
    points.reduce((total, point) => total + of(point), 0) / points.length;
  const [at, value] = [mean((point) => point.atSeconds), mean((point) => point.value)];
  const across = points.reduce((total, point) => total + (point.atSeconds - at) * (point.value - value), 0);
  const along = points.reduce((total, point) => total + (point.atSeconds - at) ** 2, 0);
  return along === 0 ? 0 : (across / along) * 3600;
}
