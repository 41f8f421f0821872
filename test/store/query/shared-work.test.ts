import { expect, test } from 'vitest';

import { sharedWork } from '../../../src/store/query/shared-work.ts';

/** Work that ends when it is told to, and keeps what it was told; a stop does not end it. */
function pieces() {
  const begun: { signal: AbortSignal; end: (value: string) => void }[] = [];
  const work = (signal: AbortSignal): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<string>();
    begun.push({ signal, end: resolve });
    return promise;
  };
  return { begun, work };
}

test('sharedWork does for several what they ask for at once one time, and anew for who asks later', async () => {
  const { begun, work } = pieces();
  const share = sharedWork<string>();
  const both = [share('list', work), share('list', work)];
  begun[0]?.end('one');
  expect(await Promise.all(both)).toEqual(['one', 'one']);
  const later = share('list', work);
  begun[1]?.end('two');
  expect(await later).toBe('two');
  expect(begun).toHaveLength(2);
});

test('sharedWork goes on for who stays when another leaves', async () => {
  const { begun, work } = pieces();
  const share = sharedWork<string>();
  const gone = new AbortController();
  const leaves = share('list', work, gone.signal);
  const stays = share('list', work, new AbortController().signal);
  gone.abort(new Error('gone'));
  await expect(leaves).rejects.toThrow('gone');
  expect(begun[0]?.signal.aborted).toBe(false);
  begun[0]?.end('one');
  expect(await stays).toBe('one');
});

test('sharedWork gives who asks while the same is being stopped work of its own, which others may share', async () => {
  const { begun, work } = pieces();
  const share = sharedWork<string>();
  const gone = new AbortController();
  const leaves = share('list', work, gone.signal);
  gone.abort(new Error('gone'));
  await expect(leaves).rejects.toThrow('gone');
  expect(begun[0]?.signal.reason).toEqual(new Error('gone'));
  const next = share('list', work);
  begun[0]?.end('what was stopped');
  await Promise.resolve();
  // The end of the first does not make the second forgotten.
  const beside = share('list', work);
  begun[1]?.end('anew');
  expect(await Promise.all([next, beside])).toEqual(['anew', 'anew']);
  expect(begun).toHaveLength(2);
});

test('sharedWork refuses what is more than a hundred, and no one who waits for what is being done', async () => {
  const { begun, work } = pieces();
  const share = sharedWork<string>();
  const waiting = Array.from({ length: 100 }, (_, at) => share(String(at), work));
  await expect(share('one more', work)).rejects.toThrow('Too many lists and searches are being read');
  waiting.push(share('99', work));
  for (const { end } of begun) end('done');
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['done']));
});
