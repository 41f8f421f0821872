import { useEffect, useReducer, useRef } from 'preact/hooks';

import type { TypedDocumentString } from '../generated/graphql.ts';
import { addressOf, request, RequestProblem } from './request.ts';
import type { Reply } from './request.ts';
import { onToken, useToken } from './token.ts';

/** Answers that pages shown before are drawn with at once. */
const MOST_KEPT = 60;
/** Time in seconds for which a kept answer is not asked for again; the cache headers of the server say the same. */
const FRESH_SECONDS = 60;
/** Seconds between attempts while there is no dataset, unless the server says otherwise. */
const RETRY_SECONDS = 3;

interface KeptReply {
  reply: Reply<unknown>;
  /** Time in milliseconds at which it came. */
  at: number;
}

const kept = new Map<string, KeptReply>();
// Answers to one who had another token.
onToken(() => kept.clear());

/** The answer to a page's document, or the way to it. */
export interface Answer<Data> {
  /** The newest answer; while another is under way, the one before. */
  reply: Reply<Data> | undefined;
  problem: RequestProblem | undefined;
  /** Whether `reply` answers an earlier address of the page. */
  isStale: boolean;
  retry: () => void;
  /** Link to the document and its variables in GraphiQL. */
  graphiqlUrl: string;
}

/** Whether trying again by itself makes sense. */
const PASSING = new Set(['DATASET_UNAVAILABLE', 'OVERLOADED', 'RATE_LIMITED', 'OFFLINE']);

/**
 * Asks for a document, once for each set of variables. An answer that arrives after the next question is dropped, and
 * its request cancelled. Answers are kept for going back. While there is no dataset or no network, it tries again, also
 * where an earlier answer is shown meanwhile.
 * `isAsked: false` asks nothing.
 */
export function useAnswer<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { isAsked = true }: { isAsked?: boolean } = {},
): Answer<Data> {
  const address = addressOf(document, variables);
  const token = useToken();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  const shown = useRef<{ address: string; reply: Reply<Data> } | undefined>(undefined);
  const failed = useRef<{ address: string; problem: RequestProblem } | undefined>(undefined);

  const found = isAsked ? kept.get(address) : undefined;
  if (found !== undefined) shown.current = { address, reply: found.reply as Reply<Data> };

  useEffect(() => {
    if (!isAsked) return;
    const known = kept.get(address);
    if (known !== undefined && Date.now() - known.at < FRESH_SECONDS * 1000) return;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const retryAfter = (seconds: number): void => {
      timer = setTimeout(() => retry(undefined), seconds * 1000);
    };
    request<Data>(address, controller.signal).then(
      (reply) => {
        keep(address, reply);
        shown.current = { address, reply };
        failed.current = undefined;
        if (reply.keptAt !== undefined) retryAfter(RETRY_SECONDS);
        redraw(undefined);
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const problem =
          error instanceof RequestProblem
            ? error
            : new RequestProblem(String(error), { code: 'INTERNAL_SERVER_ERROR' });
        const isPassing = PASSING.has(problem.code);
        if (known !== undefined && isPassing) keep(address, asKept(known));
        else failed.current = { address, problem };
        redraw(undefined);
        if (isPassing) retryAfter(problem.retryAfterSeconds ?? RETRY_SECONDS);
      },
    );
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [address, attempt, isAsked, token]);

  return {
    reply: shown.current?.reply,
    problem: failed.current?.address === address ? failed.current.problem : undefined,
    isStale: shown.current !== undefined && shown.current.address !== address,
    retry: () => retry(undefined),
    graphiqlUrl: graphiqlUrlOf(document, variables),
  };
}

function keep(address: string, reply: Reply<unknown>): void {
  kept.delete(address);
  // One of the service worker is never fresh.
  kept.set(address, { reply, at: reply.keptAt === undefined ? Date.now() : 0 });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

/** A reply that is shown although it is old, because there is no newer one. */
function asKept({ reply, at }: KeptReply): Reply<unknown> {
  return { ...reply, keptAt: reply.keptAt ?? new Date(at).toISOString() };
}

function graphiqlUrlOf<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): string {
  const search = new URLSearchParams({ query: document.toString().trim(), variables: JSON.stringify(variables) });
  return `${new URL('graphql', window.document.baseURI).pathname}?${search}`;
}
