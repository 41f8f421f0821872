import type { Adjacency, EdgeLists } from '../../../formats/adjacency/adjacency.ts';
import { targetOf } from '../../../formats/adjacency/layout.ts';

/** Who is reached from one person, and in how many steps. */
export interface ReachedPeople {
  /** People at 1, 2, 3 … steps. */
  counts: readonly number[];
  /** Steps by the number of a person; 0 for the person themselves and those who are not reached. */
  steps: Uint16Array;
}

/** A level with more than one of so many nodes is read from end to end. */
const DENSE = 64;
/** A level with more than one node for so many that are not reached is left by looking back from these. */
const MANY = 8;
/** Nodes whose edges are read before others get their turn: a millisecond's work. */
const IN_A_TURN = 4096;

/**
 * A direction-optimising breadth-first search over the whole graph (Beamer, Asanović, Patterson 2012): the edges of a
 * small level are followed; behind a large one, of each node that is not reached only those up to the first that leads
 * back to it are read. Nodes are gone through in their order, so that the file is read forward. It yields about every
 * millisecond.
 */
export function* reachedFrom({ people, titles }: Adjacency, person: number): Generator<undefined, ReachedPeople> {
  const steps = new Uint16Array(people.ids.length);
  const stepsOfTitles = new Uint16Array(titles.ids.length);
  const counts: number[] = [];
  let [newPeople, unreachedPeople, unreachedTitles] = [1, steps.length - 1, stepsOfTitles.length];
  for (let step = 0; newPeople > 0; step += 1) {
    const fromPeople: Level = {
      count: newPeople,
      // Zero means not reached for everybody but the first.
      has: (node) => (node === person ? step === 0 : step > 0 && steps[node] === step),
    };
    const newTitles = yield* reachBehind(fromPeople, {
      edges: people,
      edgesBack: titles,
      unreached: unreachedTitles,
      isUnreached: (node) => stepsOfTitles[node] === 0,
      reach: (node) => (stepsOfTitles[node] = step + 1),
    });
    const fromTitles: Level = { count: newTitles, has: (node) => stepsOfTitles[node] === step + 1 };
    newPeople = yield* reachBehind(fromTitles, {
      edges: titles,
      edgesBack: people,
      unreached: unreachedPeople,
      isUnreached: (node) => steps[node] === 0 && node !== person,
      reach: (node) => (steps[node] = step + 1),
    });
    unreachedTitles -= newTitles;
    unreachedPeople -= newPeople;
    if (newPeople > 0) counts.push(newPeople);
  }
  return { counts, steps };
}

/** The nodes that were reached last. */
interface Level {
  count: number;
  has: (node: number) => boolean;
}

/** The nodes of the other kind, which a level leads to. */
interface Behind {
  edges: EdgeLists;
  edgesBack: EdgeLists;
  unreached: number;
  isUnreached: (node: number) => boolean;
  reach: (node: number) => void;
}

/** Reaches all nodes that a level leads to. Answers with their number. */
function reachBehind(level: Level, behind: Behind): Generator<undefined, number> {
  return level.count * MANY > behind.unreached ? lookBack(level, behind) : follow(level, behind);
}

function* follow({ count, has }: Level, { edges, isUnreached, reach }: Behind): Generator<undefined, number> {
  const isDense = count * DENSE > edges.ids.length;
  let reached = 0;
  for (let node = 0, read = 0; read < count; node += 1) {
    if (!has(node)) continue;
    for (const edge of edges.of(node, isDense)) {
      const target = targetOf(edge);
      if (!isUnreached(target)) continue;
      reach(target);
      reached += 1;
    }
    read += 1;
    if (read % IN_A_TURN === 0) yield;
  }
  return reached;
}

function* lookBack({ has }: Level, { edgesBack, isUnreached, reach }: Behind): Generator<undefined, number> {
  let reached = 0;
  for (let node = 0, read = 0; node < edgesBack.ids.length; node += 1) {
    if (!isUnreached(node)) continue;
    for (const edge of edgesBack.of(node, true)) {
      if (!has(targetOf(edge))) continue;
      reach(node);
      reached += 1;
      break;
    }
    read += 1;
    if (read % IN_A_TURN === 0) yield;
  }
  return reached;
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
