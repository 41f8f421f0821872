import type { Progress } from '../../outcomes/progress.ts';
import type { HttpResponse } from './http-request.ts';
import { codingOf } from './http-get.ts';
import { Failed, Rejected, Transient } from '../../outcomes/outcome.ts';
import type { PartialFile, Rest } from './partial-file.ts';

export interface SaveBodyOptions {
  part: PartialFile;
  /** What is there already. */
  rest: Rest | undefined;
  idle: IdleTimer;
  url: string;
  file: string;
  progress: Progress;
}

/** Writes the body to the partial file; answers with the length that the whole file should have, where it is known. */
export async function saveBody(
  response: HttpResponse,
  { part, idle, rest, url, file, progress }: SaveBodyOptions,
): Promise<number | undefined> {
  const { headers, status } = response;
  const range = /^bytes ([0-9]+)-[0-9]+\/([0-9]+)$/.exec(headers.get('content-range') ?? '');
  const from = rest?.from ?? 0;
  // Parts of two codings are of two files, whatever their validator says.
  const append = status === 206 && Number(range?.[1]) === from && codingOf(headers) === rest?.coding;
  if (status !== 200 && !append) {
    response.cancel();
    await part.remove();
    throw new Transient(`${file}: ${url} answered ${status} and not with the rest that was asked for`);
  }
  const length = append ? range?.[2] : headers.get('content-length');
  const total = length == null ? undefined : Number(length);
  refuseEndless(total ?? 0, file);
  const bar = progress.begin(file, { total, unit: 'bytes' });
  const handle = await part.open({ url, headers }, { append });
  let bytes = append ? from : 0;
  bar.advance(bytes);
  try {
    for await (const chunk of response.body) {
      idle.restart();
      await handle.writeFile(chunk);
      bytes += chunk.length;
      refuseEndless(bytes, file);
      bar.advance(chunk.length);
    }
  } catch (error) {
    if (error instanceof Rejected) throw error;
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

/** The largest of IMDb's files has less than a gigabyte. */
const MAX_FILE_GIB = 16;

function refuseEndless(bytes: number, file: string): void {
  if (bytes <= MAX_FILE_GIB * 2 ** 30) return;
  throw new Rejected(`${file}: more than ${MAX_FILE_GIB} GiB, which no file of IMDb has`);
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
