import { describe, expect, test } from 'vitest';

import { learnTime, withNight } from '../../../src/ingest/update-time/learn-time.ts';
import { runTimeOf } from '../../../src/ingest/update-time/run-time.ts';
import { randomFrom } from './random.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-11-21T00:00:00Z');

/** Nights one after the other, by their times of day such as `12:05`. */
function nights(...times: string[]): number[] {
  return times.map((time, night) => Date.parse(`1970-01-01T${time}Z`) + FIRST + night * DAY_MS);
}

test.each([
  ['no night', [], undefined],
  ['two nights', ['12:00', '12:10'], undefined],
  ['three nights', ['12:00', '12:10', '12:05'], '12:05'],
  ['a night that was six hours late', ['12:00', '12:10', '18:00', '12:05', '12:06'], '12:06'],
  ['nights before and after midnight', ['23:55', '00:05', '23:58', '00:02', '00:01'], '00:01'],
  [
    'a time that has moved for four of seven nights',
    ['12:00', '12:00', '12:00', '13:00', '13:00', '13:00', '13:00'],
    '13:00',
  ],
])('learnTime of %s', (_what, times, expected) => {
  expect(learnTime({ 'title.basics': nights(...times) }).time).toBe(expected);
});

test('learnTime takes the last file of a publication, also across midnight', () => {
  const early = nights('23:30', '23:31', '23:30');
  const late = nights('00:20', '00:21', '00:20');
  expect(learnTime({ 'title.basics': early, 'name.basics': late, 'title.crew': nights('05:00') })).toEqual({
    time: '00:20',
    nights: 3,
  });
});

test('learnTime forgets a file that is no longer published', () => {
  const old = nights('20:00', '20:00', '20:00');
  const fresh = nights('12:00', '12:00', '12:00').map((night) => night + 31 * DAY_MS);
  expect(learnTime({ a: old, b: fresh })).toEqual({ time: '12:00', nights: 3 });
});

test('learnTime says of a time within a minute the end of it', () => {
  expect(learnTime({ a: nights('12:04:01', '12:04:01', '12:04:01') }).time).toBe('12:05');
  expect(learnTime({ a: nights('23:59:30', '23:59:30', '23:59:30') }).time).toBe('00:00');
});

test('withNight keeps the last seven nights, one time of each', () => {
  const all = nights(...Array.from({ length: 30 }, () => '12:00'));
  const kept = all.reduce(withNight, [] as number[]);
  expect(kept).toEqual(all.slice(-7));
  const last = kept.at(-1) ?? 0;
  expect(withNight(kept, last)).toEqual(kept);
  expect(withNight(kept, last + 60 * MINUTE_MS)).toEqual([...kept.slice(0, -1), last + 60 * MINUTE_MS]);
});

test('withNight forgets nights after one that an older mirror answers with', () => {
  const [first = 0, second = 0, third = 0] = nights('12:00', '12:00', '12:00');
  expect(withNight([first, second, third], second)).toEqual([first, second]);
});

test.each([
  [{ auto: true, time: '22:00', timeZone: 'Asia/Kolkata' }, '12:05', { time: '13:05', timeZone: 'UTC' }],
  [{ auto: true, time: '22:00', timeZone: 'Asia/Kolkata' }, '23:30', { time: '0:30', timeZone: 'UTC' }],
  [{ auto: true, time: '22:00', timeZone: 'Asia/Kolkata' }, undefined, { time: '22:00', timeZone: 'Asia/Kolkata' }],
  [{ auto: false, time: '4:00', timeZone: 'UTC' }, '12:05', { time: '4:00', timeZone: 'UTC' }],
])('runTimeOf %o after %s', (settings, time, expected) => {
  expect(runTimeOf(settings, { time, nights: 7 })).toEqual(expected);
});

describe.each(Array.from({ length: 50 }, (_, seed) => seed))('seed %i', (seed) => {
  const random = randomFrom(seed);
  const base = random() * DAY_MS;
  const files = Object.fromEntries(
    Array.from({ length: 7 }, (_, file) => [
      String(file),
      [0, 1, 2, 3, 4, 5, 6].map((night) => Math.floor(FIRST + night * DAY_MS + base + random() * 1_200_000)),
    ]),
  );

  test('learnTime moves with all nights, around the whole day', () => {
    const minutes = Math.floor(random() * 1440);
    const shifted = Object.fromEntries(
      Object.entries(files).map(([name, times]) => [name, times.map((time) => time + minutes * MINUTE_MS)]),
    );
    expect(minutesOf(learnTime(shifted).time)).toBe((minutesOf(learnTime(files).time) + minutes) % 1440);
  });

  test('learnTime is moved by less than two hours by three wrong nights of seven', () => {
    const odd = Object.fromEntries(
      Object.entries(files).map(([name, times]) => [
        name,
        times.map((time, night) => (night % 2 === 1 ? time - (time % DAY_MS) + random() * DAY_MS : time)),
      ]),
    );
    const apart = Math.abs(minutesOf(learnTime(odd).time) - minutesOf(learnTime(files).time));
    expect(Math.min(apart, 1440 - apart)).toBeLessThanOrEqual(120);
  });
});

function minutesOf(time = ''): number {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
