import type { Adjacency } from '../../formats/adjacency/adjacency.ts';
import { targetOf } from '../../formats/adjacency/layout.ts';

/** Who is reached from one person, and in how many steps. */
export interface ReachedPeople {
  /** People at 1, 2, 3 … steps. */
  counts: readonly number[];
  /** Steps by the number of a person; 0 for the person themselves and those who are not reached. */
  steps: Uint16Array;
}

/** A level with more than one of so many nodes is read from end to end. */
const DENSE = 64;
/** Nodes whose edges are read before others get their turn: a millisecond's work. */
const IN_A_TURN = 4096;

const [NEW, SEEN] = [1, 2];

/**
 * A breadth-first search over the whole graph: each level in the order of its nodes, so that the file is read forward.
 * It yields about every millisecond.
 */
export function* reachedFrom(graph: Adjacency, person: number): Generator<undefined, ReachedPeople> {
  const { people, titles } = graph;
  const steps = new Uint16Array(people.ids.length);
  const states = new Uint8Array(titles.ids.length);
  const counts: number[] = [];
  let inTurn = 0;
  let newPeople = 1;
  for (let step = 0; newPeople > 0; step += 1) {
    let newTitles = 0;
    let isDense = newPeople * DENSE > steps.length;
    // Zero means not reached for everybody but the first.
    for (let node = step === 0 ? person : 0, left = newPeople; left > 0; node += 1) {
      if (steps[node] !== step || (node === person && step > 0)) continue;
      left -= 1;
      for (const edge of people.of(node, isDense)) {
        const title = targetOf(edge);
        if (states[title] !== 0) continue;
        states[title] = NEW;
        newTitles += 1;
      }
      if ((inTurn = (inTurn + 1) % IN_A_TURN) === 0) yield;
    }
    newPeople = 0;
    isDense = newTitles * DENSE > states.length;
    for (let node = 0; newTitles > 0; node += 1) {
      if (states[node] !== NEW) continue;
      states[node] = SEEN;
      newTitles -= 1;
      for (const edge of titles.of(node, isDense)) {
        const other = targetOf(edge);
        if (steps[other] !== 0 || other === person) continue;
        steps[other] = step + 1;
        newPeople += 1;
      }
      if ((inTurn = (inTurn + 1) % IN_A_TURN) === 0) yield;
    }
    if (newPeople > 0) counts.push(newPeople);
  }
  return { counts, steps };
}

/** Ids of the people at so many steps, ascending, behind an id, and whether there are others behind and before them. */
export function pageAt(
  ids: Int32Array,
  steps: Uint16Array,
  { degree, limit, after }: { degree: number; limit: number; after: number },
): { ids: number[]; hasNextPage: boolean; hasPreviousPage: boolean } {
  const found: number[] = [];
  let hasPreviousPage = false;
  for (let node = steps.indexOf(degree); node !== -1; node = steps.indexOf(degree, node + 1)) {
    const id = ids[node] ?? 0;
    if (id <= after) hasPreviousPage = true;
    else if (found.length === limit) return { ids: found, hasNextPage: true, hasPreviousPage };
    else found.push(id);
  }
  return { ids: found, hasNextPage: false, hasPreviousPage };
}
