/*
 * Turns of the event loop, shared out fairly. Work that would keep the loop for long asks between its parts whether
 * the turn is over, and waits for another where it is: sockets, timers and signals are heard in between. The measure is
 * one for the whole process, so that many who each work a little do not keep the loop together either.
 */

/** After this a turn is over. */
const TURN_MS = 5;
/**
 * Rounds of the loop between two turns of those who wait. The loop accepts one connection in a round, so that with fewer
 * whoever connects would wait behind many turns.
 */
const ROUNDS_BETWEEN = 32;

let isMeasured = false;
let beganAt = 0;
/** Those who wait, by whom they work for, who have a turn each before anybody has a second one. */
const waiting = new Map<object, Queue>();
let isPumping = false;

/** Rounds in a row that took a connection in. */
let roundsOfArrivals = 0;
let hasArrival = false;
let isCounting = false;
/** After so many rounds in a row, more connections are thought to wait. */
const MANY_ROUNDS = 2;

/** Work for nobody in particular. */
const ANYBODY = {};

interface Queue {
  resolvers: (() => void)[];
  /** How many of them have gone on. */
  gone: number;
}

/** Whether the work of this turn has taken its time. The first who asks begins the measure. */
export function isTurnOver(): boolean {
  if (isMeasured) return performance.now() - beganAt > TURN_MS;
  isMeasured = true;
  beganAt = performance.now();
  // Runs behind the input and output of this round.
  setImmediate(endTurn);
  return false;
}

/** Settles in a later turn, which has time for the work that waits. `owner` is whom the work is for. */
export function nextTurn(owner: object = ANYBODY): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const queue = waiting.get(owner);
  if (queue === undefined) waiting.set(owner, { resolvers: [resolve], gone: 0 });
  else queue.resolvers.push(resolve);
  if (!isPumping) afterRounds(1);
  isPumping = true;
  return promise;
}

/** Told of each connection that is taken in. */
export function countArrival(): void {
  hasArrival = true;
  if (!isCounting) setImmediate(countRound);
  isCounting = true;
}

/** Whether connections come so fast that more of them are likely to wait. */
export function isCrowded(): boolean {
  return roundsOfArrivals >= MANY_ROUNDS;
}

function countRound(): void {
  roundsOfArrivals = hasArrival ? roundsOfArrivals + 1 : 0;
  isCounting = hasArrival;
  if (hasArrival) setImmediate(countRound);
  hasArrival = false;
}

function endTurn(): void {
  isMeasured = false;
}

function afterRounds(rounds: number): void {
  setImmediate(() => (rounds > 1 ? afterRounds(rounds - 1) : pump()));
}

/** Lets those who wait go on one by one, each with all that follows from it, until the turn is over. */
function pump(): void {
  // Begins the measure, where nobody has in this round.
  if (isTurnOver()) {
    afterRounds(1);
    return;
  }
  const next = takeNext();
  if (next === undefined) {
    isPumping = false;
    return;
  }
  next();
  // A tick that a microtask asks for comes when no microtask is left.
  queueMicrotask(() => process.nextTick(pumpOn));
}

function pumpOn(): void {
  if (isTurnOver()) afterRounds(ROUNDS_BETWEEN);
  else pump();
}

function takeNext(): (() => void) | undefined {
  for (const [owner, queue] of waiting) {
    const next = queue.resolvers[queue.gone];
    queue.gone += 1;
    // To the end, if there is more.
    waiting.delete(owner);
    if (queue.gone < queue.resolvers.length) waiting.set(owner, queue);
    return next;
  }
  return undefined;
}
