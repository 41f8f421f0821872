import type { Progress } from './progress.ts';
import type { HttpResponse } from './http-request.ts';
import { Failed, Transient } from './outcome.ts';
import type { PartialFile } from './partial-file.ts';

export interface SaveBodyOptions {
  part: PartialFile;
  /** Bytes that are there already. */
  from: number;
  idle: IdleTimer;
  url: string;
  file: string;
  progress: Progress;
}

/** Writes the body to the partial file; answers with the length that the whole file should have, where it is known. */
export async function saveBody(
  response: HttpResponse,
  { part, idle, from, url, file, progress }: SaveBodyOptions,
): Promise<number | undefined> {
  const { headers, status } = response;
  const range = /^bytes ([0-9]+)-[0-9]+\/([0-9]+)$/.exec(headers.get('content-range') ?? '');
  const append = status === 206 && Number(range?.[1]) === from;
  if (status !== 200 && !append) {
    response.cancel();
    await part.remove();
    throw new Transient(`${file}: ${url} answered ${status} and not with the rest that was asked for`);
  }
  const length = append ? range?.[2] : headers.get('content-length');
  const total = length == null ? undefined : Number(length);
  const bar = progress.file(file, total);
  const handle = await part.open({ url, headers }, { append });
  let bytes = append ? from : 0;
  bar.advance(bytes);
  try {
    for await (const chunk of response.body) {
      idle.restart();
      await handle.writeFile(chunk);
      bytes += chunk.length;
      bar.advance(chunk.length);
    }
  } catch (error) {
    const message = `${file}: broke off after ${bytes} of ${total ?? 'unknown'} bytes`;
    throw isDiskError(error) ? new Failed(message, { cause: error }) : new Transient(message, { cause: error });
  } finally {
    await handle.close();
    bar.done();
  }
  if (total !== undefined && bytes !== total) {
    throw new Transient(`${file}: ${bytes} bytes came, the server announced ${total}`);
  }
  return total;
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && (error.syscall === 'write' || error.syscall === 'open');
}

/** Aborts its signal when nothing has come for a time. */
export class IdleTimer {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly signal = this.#controller.signal;

  constructor(idleMs: number) {
    const reason = new Error(`no data for ${idleMs / 1000} seconds`);
    this.#timer = setTimeout(() => this.#controller.abort(reason), idleMs);
  }

  restart(): void {
    this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
