/*
 * Cooperative, fair scheduling of long work on the event loop. Between its parts, long work checks whether its turn is
 * over and then waits for another, so that sockets, timers and signals are served in between. The time of a turn is
 * measured for the whole process, so that many small tasks do not block the loop together.
 */

/** Length of a turn, in milliseconds. */
const TURN_MS = 5;
/**
 * The most iterations of the event loop between two turns of waiting work. The loop accepts one connection in an
 * iteration: while connections arrive, it gets more iterations, so that a new one does not wait behind many turns.
 */
const MOST_ROUNDS_BETWEEN = 32;

let isMeasured = false;
let beganAt = 0;
/** Waiting work by its owner. Every owner gets a turn before any gets a second one (round robin). */
const waiting = new Map<object, Queue>();
let isPumping = false;

/** Number of connections that were accepted. */
let arrivals = 0;
/** Consecutive iterations of the loop that accepted a connection. */
let roundsOfArrivals = 0;
let hasArrival = false;
let isCounting = false;
/** Consecutive iterations after which more connections are assumed to wait. */
const MANY_ROUNDS = 2;

/** The owner of work without an owner. */
const ANYBODY = {};

interface Queue {
  resolvers: (() => void)[];
  /** Number of resolvers that have been called. */
  gone: number;
}

/** Whether the time of this turn is used up. The first call in a turn starts the clock. */
export function isTurnOver(): boolean {
  if (isMeasured) return performance.now() - beganAt > TURN_MS;
  isMeasured = true;
  beganAt = performance.now();
  // Runs after the input and output of this iteration.
  setImmediate(endTurn);
  return false;
}

/** Resolves in a later turn that has time for the work. Turns are shared fairly among owners. */
export function nextTurn(owner: object = ANYBODY): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const queue = waiting.get(owner);
  if (queue === undefined) waiting.set(owner, { resolvers: [resolve], gone: 0 });
  else queue.resolvers.push(resolve);
  if (!isPumping) afterArrivals(1);
  isPumping = true;
  return promise;
}

/** Counts a connection that was accepted. */
export function countArrival(): void {
  arrivals += 1;
  hasArrival = true;
  if (!isCounting) setImmediate(countRound);
  isCounting = true;
}

/** Whether connections arrive so fast that more are likely to be waiting. */
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

/** Gives waiting work its turn after an iteration without a new connection, or after the most iterations. */
function afterArrivals(most: number): void {
  const before = arrivals;
  setImmediate(() => (most > 1 && arrivals > before ? afterArrivals(most - 1) : beginTurn()));
}

/**
 * Begins a turn of waiting work, whatever new work has used of the time before it: new work would otherwise be served
 * first for ever.
 */
function beginTurn(): void {
  isMeasured = false;
  isTurnOver();
  pump();
}

/** Resumes waiting work one by one, each with its microtasks, until the turn is over. */
function pump(): void {
  const next = takeNext();
  if (next === undefined) {
    isPumping = false;
    return;
  }
  next();
  // A tick that a microtask schedules runs after the last microtask.
  queueMicrotask(() => process.nextTick(pumpOn));
}

function pumpOn(): void {
  if (isTurnOver()) afterArrivals(MOST_ROUNDS_BETWEEN);
  else pump();
}

function takeNext(): (() => void) | undefined {
  for (const [owner, queue] of waiting) {
    const next = queue.resolvers[queue.gone];
    queue.gone += 1;
    // An owner with more work goes to the end of the queue.
    waiting.delete(owner);
    if (queue.gone < queue.resolvers.length) waiting.set(owner, queue);
    return next;
  }
  return undefined;
}
