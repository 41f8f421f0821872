import { useEffect, useReducer, useRef, useState } from 'preact/hooks';

import { follow } from '../../data/follow.ts';
import { RequestProblem } from '../../data/request.ts';
import { send } from '../../data/send.ts';
import { AdminPageDocument, FollowIngestDocument } from '../../generated/admin/graphql.ts';
import type { AdminPageQuery, IngestNowFragment } from '../../generated/admin/graphql.ts';
import { readWarnings } from './read-warnings.ts';

/** Pause after which what goes on without events is looked at again: checks of builds, exports, and actions on files. */
const LOOK_MS = 2000;
/** Pause before another attempt where an answer did not come, unless the server says otherwise. */
const RETRY_MS = 5000;

/** Codes after which nothing that was shown may stay. */
const CLOSED = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

/** Everything that the page shows. */
export interface AdministrationNow {
  data: AdminPageQuery | undefined;
  /** The run that goes on, as the last event told. */
  status: IngestNowFragment | undefined;
  /** Whether events come. */
  isLive: boolean;
  /** Warnings of `/health`. */
  warnings: readonly string[];
  problem: RequestProblem | undefined;
  reload: () => void;
}

/**
 * Asks for everything at once, follows the runs by events, and asks again at the beginning and end of each run, after
 * each action, and while something goes on that has no events.
 */
export function useAdministration(): AdministrationNow {
  const [loaded, setLoaded] = useState<{ data: AdminPageQuery; warnings: readonly string[] } | undefined>(undefined);
  const [told, setTold] = useState<IngestNowFragment | undefined>(undefined);
  const [isLive, setLive] = useState(true);
  const [problem, setProblem] = useState<RequestProblem | undefined>(undefined);
  const [attempt, reload] = useReducer((count: number) => count + 1, 0);
  const status = told ?? loaded?.data.ingestStatus ?? undefined;

  function fail(error: unknown): void {
    const failed = asProblem(error);
    if (CLOSED.has(failed.code)) setLoaded(undefined);
    setProblem(failed);
  }

  /** The runs of the page's lists. */
  const listed = useRef('');

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (ms: number): void => {
      timer = setTimeout(() => reload(undefined), ms);
    };

    async function load(): Promise<void> {
      const data = await send(AdminPageDocument, {}, signal);
      // Only then: the server counts each request with a wrong token.
      const warnings = await readWarnings(signal);
      listed.current = runsOf(data.ingestStatus);
      setLoaded({ data, warnings });
      setProblem(undefined);
      if (goesOn(data)) again(LOOK_MS);
    }

    load().catch((error: unknown) => {
      if (signal.aborted) return;
      fail(error);
      const { code, retryAfterSeconds } = asProblem(error);
      if (!CLOSED.has(code)) again(retryAfterSeconds === undefined ? RETRY_MS : retryAfterSeconds * 1000);
    });
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [attempt]);

  const isOpen = loaded !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    const controller = new AbortController();
    follow(FollowIngestDocument, {
      signal: controller.signal,
      onData({ ingestProgress }) {
        setTold(ingestProgress);
        // A run that has begun or ended changes the rest of the page.
        if (runsOf(ingestProgress) !== listed.current) reload(undefined);
        listed.current = runsOf(ingestProgress);
      },
      onLive: setLive,
    }).catch(fail);
    return () => controller.abort();
  }, [isOpen]);

  return {
    data: loaded?.data,
    status,
    isLive,
    warnings: loaded?.warnings ?? [],
    problem,
    reload: () => reload(undefined),
  };
}

/** Which run goes on, and which was the last. */
function runsOf(status: IngestNowFragment | null): string {
  return `${status?.runId} ${status?.lastRun?.id}`;
}

/** Whether something goes on that no event tells of. */
function goesOn({ builds, datasets, exportTargets }: AdminPageQuery): boolean {
  const isChecking = builds?.some(({ verification }) => verification?.state === 'RUNNING') ?? false;
  const isExporting = exportTargets?.some(({ running }) => running !== null) ?? false;
  return isChecking || isExporting || datasets?.lastAction?.result.outcome === 'RUNNING';
}

function asProblem(error: unknown): RequestProblem {
  return error instanceof RequestProblem ? error : new RequestProblem(String(error), { code: 'INTERNAL_SERVER_ERROR' });
}
