import { onTestFinished } from 'vitest';

/** A stream of server-sent events, as a client reads it. */
export interface EventStream {
  response: Response;
  /** The next event, without the pings before it; undefined at the end. */
  next: () => Promise<{ event: string; data: unknown } | undefined>;
  /** Pings so far. */
  pings: () => number;
  leave: () => void;
}

/** Subscribes by a real HTTP client, by POST or GET. */
export async function subscribe(
  url: string,
  query: string,
  {
    method = 'POST',
    accept = 'text/event-stream',
    headers = {},
  }: { method?: 'POST' | 'GET'; accept?: string; headers?: Record<string, string> } = {},
): Promise<EventStream> {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const { signal } = leaving;
  const response =
    method === 'GET'
      ? await fetch(`${url}?query=${encodeURIComponent(query)}`, { headers: { ...headers, accept }, signal })
      : await fetch(url, {
          method,
          headers: { ...headers, accept, 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
          signal,
        });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let [text, pings] = ['', 0];
  return {
    response,
    pings: () => pings,
    leave: () => leaving.abort(),
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          if (block === ':') pings += 1;
          else return eventOf(block);
          continue;
        }
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) return undefined;
        text += value;
      }
    },
  };
}

function eventOf(block: string): { event: string; data: unknown } {
  const fields = new Map(block.split('\n').map((line) => [line.split(':', 1)[0], line.replace(/^[^:]*: ?/, '')]));
  const data = fields.get('data') ?? '';
  return { event: fields.get('event') ?? '', data: data === '' ? null : JSON.parse(data) };
}
