import { expect, test } from 'vitest';

import { createPromotions } from '../../../src/http/engine/promotions.ts';
import type { BuildRef } from '../../../src/http/engine/lease-source.ts';
import { Wait } from '../../../src/process/wait.ts';

function open(most = 2) {
  let current: BuildRef | null = null;
  let look: (() => void) | undefined;
  const promotions = createPromotions({ current: () => current, onLook: (listener) => (look = listener), most });
  return {
    promotions,
    promote: (id: string, version: number): BuildRef => {
      current = { id, version };
      look?.();
      return current;
    },
  };
}

test('follow calls once for builds that follow each other before the next call is taken, with the last', async () => {
  const { promotions, promote } = open();
  const calls = promotions.follow(new Wait());
  promote('a', 1);
  promote('b', 2);
  const last = promote('a', 3);
  expect(await calls.next()).toEqual({ done: false, value: last });
  const next = calls.next();
  promote('a', 3);
  const other = promote('a', 4);
  expect(await next).toEqual({ done: false, value: other });
});

test('follow ends with the wait, with its return, and with the service, and forgets who followed', async () => {
  const { promotions } = open(3);
  const wait = new Wait();
  const [left, returned, ended] = [
    promotions.follow(wait),
    promotions.follow(new Wait()),
    promotions.follow(new Wait()),
  ];
  const pending = [left.next(), returned.next(), ended.next()];
  expect(promotions.followers).toBe(3);
  wait.end(new Error('left'));
  await returned.return?.();
  expect(promotions.followers).toBe(1);
  promotions.end();
  expect(promotions.followers).toBe(0);
  for (const call of pending) expect(await call).toEqual({ done: true, value: undefined });
  expect(await left.next()).toEqual({ done: true, value: undefined });
  expect(() => promotions.follow(new Wait())).toThrow('stopping');
});

test('follow refuses more than may follow, until one has ended, and keeps none whose wait is over', () => {
  const { promotions } = open(1);
  const over = new Wait();
  over.end(new Error('left'));
  promotions.follow(over);
  expect(promotions.followers).toBe(0);
  const wait = new Wait();
  promotions.follow(wait);
  expect(() => promotions.follow(new Wait())).toThrow('MAX_SUBSCRIPTIONS');
  wait.end(new Error('left'));
  promotions.follow(new Wait());
  expect(promotions.followers).toBe(1);
});
