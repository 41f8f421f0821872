import { open, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

import { z } from 'zod';

import { readJson, replaceJson } from '../../../storage/files/durable.ts';
import { codingOf } from './http-get.ts';

const origin = z.object({ url: z.string(), validator: z.string(), coding: z.string().default('identity') });

/** A file that has arrived in part: `<path>.part`, and beside it what it is a part of. */
export interface PartialFile {
  path: string;
  /** What to ask for to get the rest; undefined where the whole file is wanted. */
  rest(url: string): Promise<Rest | undefined>;
  /** Opens it for the bytes of a response, after those that are there or instead of them. */
  open(response: { url: string; headers: Headers }, options: { append: boolean }): Promise<FileHandle>;
  /** Takes both files away. */
  remove(): Promise<void>;
}

/** What is there of a file: its bytes, what tells its version, and the content coding under which they came. */
export interface Rest {
  from: number;
  validator: string;
  coding: string;
}

export function partialFile(target: string): PartialFile {
  const path = `${target}.part`;
  const originPath = `${path}.json`;
  const remove = async (): Promise<void> => {
    await rm(path, { force: true });
    await rm(originPath, { force: true });
    // A process that was killed while it wrote the one above.
    await rm(`${originPath}.new`, { force: true });
  };
  return {
    path,
    remove,
    async rest(url) {
      const parsed = origin.safeParse(await readJson(originPath));
      const size = await stat(path).then(
        (file) => file.size,
        () => 0,
      );
      if (!parsed.success || parsed.data.url !== url || size === 0) return undefined;
      const { validator, coding } = parsed.data;
      return { from: size, validator, coding };
    },
    async open({ url, headers }, { append }) {
      if (append) return open(path, 'a');
      await remove();
      const validator = validatorOf(headers);
      if (validator !== undefined) await replaceJson(originPath, { url, validator, coding: codingOf(headers) });
      return open(path, 'w');
    },
  };
}

/** What tells two versions of a file apart byte by byte: a strong ETag, else the time of its last change. */
function validatorOf(headers: Headers): string | undefined {
  const etag = headers.get('etag');
  return etag !== null && !etag.startsWith('W/') ? etag : (headers.get('last-modified') ?? undefined);
}
