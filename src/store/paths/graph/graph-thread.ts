/* oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

import { LRUCache } from 'lru-cache';

import { openAdjacency } from '../../../formats/adjacency/adjacency.ts';
import { KeySet } from '../../../formats/adjacency/key-set.ts';
import { DamagedPages } from '../../../formats/paged-file.ts';
import type { Answers, GraphFile, Message, Questions, Reply } from './graph-messages.ts';
import { pageAt, reachedFrom } from './reached-people.ts';
import type { ReachedPeople } from './reached-people.ts';
import { SearchSide } from './search-side.ts';
import { shortestChains } from './shortest-chains.ts';

/** People whose reach stays in memory: 14 MB each at the size of IMDb. */
const MOST_REACHED = 4;

/** Nobody waits for the answer any more. */
class Stopped extends Error {}

const { path, bytes } = workerData as GraphFile;
let opened: ReturnType<typeof openGraph> | undefined;
const reached = new LRUCache<number, ReachedPeople>({ max: MOST_REACHED });
/** Whole searches one after the other; shortest chains come in between, where those take turns. */
let last: Promise<unknown> = Promise.resolve();

function openGraph() {
  // What fails is told as a reply.
  const graph = openAdjacency(path, { bytes, onDamage: () => undefined });
  return { graph, sides: [new SearchSide(graph), new SearchSide(graph)] as const };
}

function open(): ReturnType<typeof openGraph> {
  try {
    return (opened ??= openGraph());
  } catch (error) {
    throw new DamagedPages('the graph does not open', { cause: error });
  }
}

function checkOf(stop: Int32Array): () => void {
  return () => {
    if (Atomics.load(stop, 0) !== 0) throw new Stopped('nobody waits any more');
  };
}

function chains({ from, to, via, ...request }: Questions['chains'], stop: Int32Array): Answers['chains'] {
  const { graph, sides } = open();
  const numbers = { from: graph.people.indexOf(from), to: graph.people.indexOf(to) };
  const hasCredits: [boolean, boolean] = [numbers.from !== -1, numbers.to !== -1];
  if (hasCredits.includes(false)) return { hasCredits, chains: [] };
  const allowed = via && new KeySet(via);
  const check = checkOf(stop);
  try {
    const search = { ...request, ...numbers, via: allowed };
    return { hasCredits, chains: graph.guarded(() => shortestChains(graph, { sides, request: search, goOn: check })) };
  } catch (error) {
    // What it throws to end the search is no damage.
    check();
    throw error;
  }
}

async function reach(person: number, stop: Int32Array): Promise<ReachedPeople> {
  const known = reached.get(person);
  if (known !== undefined) return known;
  const { graph } = open();
  const number = graph.people.indexOf(person);
  if (number === -1) return { counts: [], steps: new Uint16Array() };
  const check = checkOf(stop);
  const search = reachedFrom(graph, number);
  for (let turn = graph.guarded(() => search.next()); ; turn = graph.guarded(() => search.next())) {
    if (turn.done === true) {
      reached.set(person, turn.value);
      return turn.value;
    }
    await nextTurn();
    check();
  }
}

function reachInTurn(person: number, stop: Int32Array): Promise<ReachedPeople> {
  const turn = last.then(() => reach(person, stop));
  last = turn.catch(() => undefined);
  return turn;
}

async function answer({ kind, input, stop }: Message): Promise<Answers[Message['kind']]> {
  checkOf(stop)();
  if (kind === 'chains') return chains(input, stop);
  const { counts, steps } = await reachInTurn(input.person, stop);
  return kind === 'degrees' ? counts : pageAt(open().graph.people.ids, steps, input);
}

function statusOf(error: unknown): 'damaged' | 'stopped' | 'failed' {
  if (error instanceof Stopped) return 'stopped';
  return error instanceof DamagedPages ? 'damaged' : 'failed';
}

parentPort?.on('message', (message: Message) => {
  const { id } = message;
  answer(message).then(
    (value) => parentPort?.postMessage({ id, status: 'done', value } satisfies Reply),
    (error: unknown) => parentPort?.postMessage({ id, status: statusOf(error), error } satisfies Reply),
  );
});
