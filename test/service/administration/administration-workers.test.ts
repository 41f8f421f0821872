import { setTimeout as sleep } from 'node:timers/promises';

import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { within } from '../../../src/service/administration/within.ts';
import { ADMINISTERED, administer, OF_THE_BOSS } from '../../support/administrator.ts';
import { subscribe } from '../../support/events.ts';
import { newFolder } from '../../support/folders.ts';
import { openHeldOrigin } from '../../support/held-origin.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { startMarquee } from '../../support/start-marquee.ts';

const START = 'mutation { startIngest { outcome status { state runId } } }';
const STATUS = '{ ingestStatus { state runId lastRun { outcome reason } } }';
/** Twice as many as there are workers. */
const TURNS = 4;
/** Time for questions to be under way, and for a request after which it is lost. */
const [ASKED_MS, LOST_MS] = [500, 12_000];

let files: string;

beforeAll(async () => {
  files = await writeSources(newFolder('files'));
});

async function startTwo(origin: string) {
  const folder = newFolder();
  const settings = { PORT: '0', WORKERS: '2', SCHEDULE: 'off', IMDB_BASE_URL: origin, ...ADMINISTERED };
  const marquee = startMarquee(['serve'], { folder, settings });
  onTestFinished(() => void marquee.child.kill('SIGTERM'));
  await marquee.line('listening', 2);
  const [leader, other] = marquee.lines('listening').map(({ pid }) => pid);
  return { marquee, url: String(marquee.lines('listening')[0]?.url), leader: leader ?? 0, other: other ?? 0 };
}

/** Answers in several turns: those of each worker. */
async function inTurns(url: string, query: string): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { data, errors } = await administer(url, query);
    answers.push(data ?? errors?.map(({ message }) => message));
  }
  return answers;
}

test(
  'startIngest: whichever worker is reached, the leading one runs it, and all tell of it',
  { timeout: 60_000 },
  async () => {
    const origin = await openHeldOrigin(files);
    const { marquee, url, leader, other } = await startTwo(origin.url);
    const streams = await Promise.all(
      Array.from({ length: TURNS }, () =>
        subscribe(`${url}/graphql`, `subscription { ingestProgress { state lastRun { outcome } } }`, {
          headers: OF_THE_BOSS,
        }),
      ),
    );
    for (const stream of streams) expect((await stream.next())?.event).toBe('next');
    const started = (await inTurns(url, START)) as { startIngest: { outcome: string; status: { runId: string } } }[];
    expect(started.map(({ startIngest }) => startIngest.outcome).sort()).toEqual(['BUSY', 'BUSY', 'BUSY', 'STARTED']);
    expect(new Set(started.map(({ startIngest }) => startIngest.status.runId)).size).toBe(1);
    expect(marquee.lines('lock acquired').map(({ pid }) => pid)).toEqual([leader]);
    for (const answer of await inTurns(url, STATUS)) {
      expect(answer).toMatchObject({ ingestStatus: { state: 'RUNNING' } });
    }
    const asked = new Set(marquee.lines('administration').map(({ pid }) => pid));
    expect(asked).toEqual(new Set([leader, other]));
    origin.give();
    for (const stream of streams) {
      let event = await stream.next();
      while (/"(RUNNING)"/.test(JSON.stringify(event))) event = await stream.next();
      expect(event?.data).toMatchObject({
        data: { ingestProgress: { state: 'IDLE', lastRun: { outcome: 'PROMOTED' } } },
      });
    }
    for (const answer of await inTurns(url, '{ builds { isServed verification { state } } }')) {
      expect(answer).toEqual({ builds: [{ isServed: true, verification: null }] });
    }
  },
);

test(
  'a leading worker that is killed during a run: the run is recorded, the others say what to do, and go on',
  { timeout: 60_000 },
  async () => {
    const origin = await openHeldOrigin(files);
    const { marquee, url, leader } = await startTwo(origin.url);
    expect((await inTurns(url, START))[0]).toMatchObject({ startIngest: { outcome: 'STARTED' } });
    // While the leading process stands still, whoever asks it waits, until it is killed. Requests that the primary process
    // has handed to it are lost with it.
    process.kill(leader, 'SIGSTOP');
    const ask = () => administer(url, 'mutation { pruneBuilds { outcome } }').catch(() => undefined);
    const asking = Array.from({ length: TURNS }, () => within(ask(), LOST_MS));
    await sleep(ASKED_MS);
    process.kill(leader, 'SIGKILL');
    const answers = (await Promise.all(asking)).filter((answer) => answer !== undefined);
    expect(answers.length).toBeGreaterThan(0);
    const message = 'The process that runs the ingests has ended, and is started again: try again in 5 s.';
    for (const { errors, headers } of answers) {
      expect(errors).toMatchObject([{ message, extensions: { code: 'OVERLOADED' } }]);
      expect(headers['retry-after']).toBe('5');
    }
    await marquee.line('listening', 3);
    const reason =
      'the process that ran it ended in step download without a word: it was killed, or the machine stopped';
    for (const answer of await inTurns(url, STATUS)) {
      expect(answer).toMatchObject({ ingestStatus: { state: 'IDLE', lastRun: { outcome: 'FAILED', reason } } });
    }
    origin.give();
    expect((await inTurns(url, START))[0]).toMatchObject({ startIngest: { outcome: 'STARTED' } });
    await marquee.line('ingest promoted');
  },
);
