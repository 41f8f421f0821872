import { replyOf, RequestProblem } from './request.ts';
import { post } from './send.ts';
import type { TextDocument } from './send.ts';

/** First pause before another attempt, which doubles up to the longest one. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Codes of answers that another attempt would get again. */
const FINAL = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT']);

export interface FollowOptions<Data> {
  signal: AbortSignal;
  onData: (data: Data) => void;
  /** Calls when events begin or cease to come. */
  onLive: (isLive: boolean) => void;
}

/**
 * Follows a subscription by server-sent events, through `fetch`, because an `EventSource` sends no header. Where the
 * stream ends or breaks it begins again, after pauses that grow until an event comes. Resolves when it is cancelled;
 * rejects with a RequestProblem that another attempt would not mend.
 */
export async function follow<Data>(
  document: TextDocument<Data, Record<string, never>>,
  { signal, onData, onLive }: FollowOptions<Data>,
): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      const response = await post(document, { variables: {}, signal, accept: 'text/event-stream' });
      for await (const data of eventsOf<Data>(response, signal)) {
        pauseMs = FIRST_PAUSE_MS;
        onLive(true);
        onData(data);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof RequestProblem && FINAL.has(error.code)) throw error;
      const { retryAfterSeconds = 0 } = error instanceof RequestProblem ? error : {};
      pauseMs = Math.max(pauseMs, retryAfterSeconds * 1000);
    }
    if (signal.aborted) return;
    onLive(false);
    await pause(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

/** The data of each event of a stream; rejects with the problem of an answer that is none, or of an event. */
async function* eventsOf<Data>(response: Response, signal: AbortSignal): AsyncGenerator<Data> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!isStream || response.body === null) {
    await replyOf(response, signal);
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (text + value).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, data] = /^data: ?(\{.*)$/m.exec(block) ?? [];
      if (data !== undefined) yield (await replyOf<Data>(new Response(data), signal)).data;
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
