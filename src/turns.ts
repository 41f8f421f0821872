/*
 * Turns of the event loop, shared out fairly. Work that would keep the loop for long asks between its parts whether
 * the turn is over, and waits for the next one where it is: sockets, timers and signals are heard in between. The
 * measure is one for the whole process, so that many who each work a little do not keep the loop together either.
 */

/** After this a turn is over. */
const TURN_MS = 5;

let isMeasured = false;
let beganAt = 0;
/** Those who wait, in the order in which they came. */
let waiting: (() => void)[] = [];
/** Of these, those who have gone on. */
let gone = 0;
let isPumping = false;

/** Whether the work of this turn has taken its time. The first who asks begins the measure. */
export function isTurnOver(): boolean {
  if (isMeasured) return performance.now() - beganAt > TURN_MS;
  isMeasured = true;
  beganAt = performance.now();
  // Runs behind the input and output of this turn.
  setImmediate(endTurn);
  return false;
}

/** Settles in a later turn, which has time for the work that waits. */
export function nextTurn(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting.push(resolve);
  if (!isPumping) setImmediate(pump);
  isPumping = true;
  return promise;
}

function endTurn(): void {
  isMeasured = false;
}

/** Lets those who wait go on one by one, each with all that follows from it, until the turn is over. */
function pump(): void {
  const next = waiting[gone];
  if (next === undefined) {
    waiting = [];
    gone = 0;
    isPumping = false;
    return;
  }
  gone += 1;
  next();
  // A tick that a microtask asks for comes when no microtask is left.
  queueMicrotask(() => process.nextTick(pumpOn));
}

function pumpOn(): void {
  if (isTurnOver()) setImmediate(pump);
  else pump();
}
