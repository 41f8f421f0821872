import type { Adjacency } from '../../../formats/adjacency/adjacency.ts';
import type { KeySet } from '../../../formats/adjacency/key-set.ts';
import { categoryOf, targetOf } from '../../../formats/adjacency/layout.ts';
import { IntList } from './int-list.ts';
import { SearchSide } from './search-side.ts';

/** What chains are looked for between two people, by the numbers that the graph has for them. */
export interface ChainRequest {
  from: number;
  to: number;
  /** The categories that both credits of a step may have: a bit for each number. */
  categories: number;
  /** Ids of the titles that a chain may lead through; all if not given. */
  via: KeySet | undefined;
  /** The most steps. */
  maxDegrees: number;
  /** The most chains. */
  alternatives: number;
}

/** A step: from a person to a title, and from there to the next one. Ids, and the numbers of categories. */
export interface ChainStep {
  person: number;
  title: number;
  category: number;
  nextCategory: number;
  next: number;
}

/**
 * The shortest chains between two people, in the order of their titles and people by id, compared from the first step on.
 * A bidirectional breadth-first search: level by level, of the two sides the one whose next level costs less. The levels
 * meet in whole, so that every shortest chain leads through what they have in common. `goOn` is called every now and then,
 * and throws where nobody waits any more.
 */
export function shortestChains(
  graph: Adjacency,
  {
    sides: [start, goal],
    request,
    goOn,
  }: { sides: readonly [SearchSide, SearchSide]; request: ChainRequest; goOn: () => void },
): ChainStep[][] {
  const { from, to, maxDegrees, alternatives } = request;
  if (from === to) return [[]];
  try {
    start.begin(from);
    goal.begin(to);
    let meeting: Int32Array = new Int32Array();
    while (meeting.length === 0) {
      const [cost, other] = [start.cost(graph), goal.cost(graph)];
      if (cost === 0 || other === 0 || start.depth + goal.depth >= 2 * maxDegrees) return [];
      const isStart = cost <= other;
      meeting = (isStart ? start : goal).expand(graph, { ...request, other: isStart ? goal : start, goOn });
    }
    markWays(graph, { side: start, meeting, request, goOn });
    return walk(graph, { start, goal, request, most: alternatives, goOn });
  } finally {
    start.clear();
    goal.clear();
  }
}

/** Marks the nodes of the first side from which the meeting is reached in as few steps as can be. */
function markWays(
  graph: Adjacency,
  { side, meeting, request, goOn }: { side: SearchSide; meeting: Int32Array; request: ChainRequest; goOn: () => void },
): void {
  let nodes: Int32Array = meeting;
  for (const node of nodes) side.mark(side.depth, node);
  for (let depth = side.depth; depth > 0; depth -= 1) {
    const before = new IntList();
    const lists = graph[SearchSide.kindAt(depth)];
    for (const node of nodes) {
      goOn();
      for (const edge of lists.of(node)) {
        const target = targetOf(edge);
        if (((request.categories >> categoryOf(edge)) & 1) === 0 || !side.isAt(depth - 1, target)) continue;
        side.mark(depth - 1, target);
        before.push(target);
      }
    }
    nodes = before.sorted();
  }
}

/** Follows the marks, and behind the meeting the levels of the other side, so that no way ends before the goal. */
function walk(
  graph: Adjacency,
  options: { start: SearchSide; goal: SearchSide; request: ChainRequest; most: number; goOn: () => void },
): ChainStep[][] {
  const { start, goal, request, most, goOn } = options;
  const length = start.depth + goal.depth;
  const chains: ChainStep[][] = [];
  /** The nodes of the way so far, and the categories of the edges between them. */
  const nodes = [request.from];
  const categories: number[] = [];

  function isNext(hop: number, node: number): boolean {
    return hop <= start.depth ? start.isMarked(hop, node) : goal.isAt(length - hop, node);
  }

  function visit(hop: number): void {
    goOn();
    if (hop === length) {
      chains.push(chainOf(graph, { nodes, categories }));
      return;
    }
    let last = -1;
    // A copy: the next visit reads other edges.
    for (const edge of graph[SearchSide.kindAt(hop)].of(nodes[hop] ?? 0).slice()) {
      const target = targetOf(edge);
      if (target === last || ((request.categories >> categoryOf(edge)) & 1) === 0 || !isNext(hop + 1, target)) continue;
      last = target;
      nodes[hop + 1] = target;
      categories[hop] = categoryOf(edge);
      visit(hop + 1);
      if (chains.length === most) return;
    }
  }

  visit(0);
  return chains;
}

function chainOf(
  { people, titles }: Adjacency,
  { nodes, categories }: { nodes: readonly number[]; categories: readonly number[] },
): ChainStep[] {
  return Array.from({ length: (nodes.length - 1) / 2 }, (_, step) => ({
    person: people.ids[nodes[2 * step] ?? 0] ?? 0,
    title: titles.ids[nodes[2 * step + 1] ?? 0] ?? 0,
    category: categories[2 * step] ?? 0,
    nextCategory: categories[2 * step + 1] ?? 0,
    next: people.ids[nodes[2 * step + 2] ?? 0] ?? 0,
  }));
}
