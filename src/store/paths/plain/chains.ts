import { KeySet } from '../../../formats/adjacency/key-set.ts';
import type { Questions } from '../graph/graph-messages.ts';
import type { ChainStep } from '../graph/shortest-chains.ts';
import type { CreditEdges } from './credit-edges.ts';
import { Levels } from './levels.ts';

/** The ids on a way from one person, person, title, person and so on, and the categories of the edges between them. */
interface Way {
  ids: readonly number[];
  categories: readonly number[];
}

/** The shortest chains between two people who have credits, as shortestChains finds them: a query for each level and hop. */
export async function plainChains(
  edges: CreditEdges,
  { from, to, via: pages, maxDegrees, alternatives }: Questions['chains'],
): Promise<ChainStep[][]> {
  if (from === to) return [[]];
  const via = pages && new KeySet(pages);
  const [start, goal] = [new Levels(edges, { person: from, via }), new Levels(edges, { person: to, via })];
  let meeting = new KeySet([]);
  while (meeting.size === 0) {
    const [size, other] = [start.last.size, goal.last.size];
    if (size === 0 || other === 0 || start.depth + goal.depth >= 2 * maxDegrees) return [];
    await (size <= other ? start : goal).expand();
    // People and titles may have the same numbers.
    if ((start.depth + goal.depth) % 2 === 0) meeting = start.last.and(goal.last);
  }
  const allowed = await onShortestWays(edges, { start, goal, meeting });
  return walk(edges, { from, allowed, most: alternatives });
}

/** For each hop the nodes from which the goal is as near as can be; up to the meeting, of those that are reached. */
async function onShortestWays(
  edges: CreditEdges,
  { start, goal, meeting }: { start: Levels; goal: Levels; meeting: KeySet },
): Promise<KeySet[]> {
  const allowed = [meeting];
  for (let hop = start.depth; hop > 1; hop -= 1) {
    const behind = await edges.behind(Levels.kindAt(hop), allowed[0] ?? meeting);
    allowed.unshift(behind.and(start.at(hop - 1)));
  }
  if (start.depth > 0) allowed.unshift(start.at(0));
  for (let hop = goal.depth - 1; hop >= 0; hop -= 1) allowed.push(goal.at(hop));
  return allowed;
}

/** Each way goes on to the goal, so that the first ways up to a hop are the beginnings of the first chains. */
async function walk(
  edges: CreditEdges,
  { from, allowed, most }: { from: number; allowed: readonly KeySet[]; most: number },
): Promise<ChainStep[][]> {
  let ways: Way[] = [{ ids: [from], categories: [] }];
  for (const [hop, next] of allowed.slice(1).entries()) {
    const lists = await edges.of(Levels.kindAt(hop), [...new Set(ways.map(endOf))]);
    const longer: Way[] = [];
    for (const way of ways) {
      for (const { to, category } of lists.get(endOf(way)) ?? []) {
        if (longer.length === most) break;
        if (next.has(to)) longer.push({ ids: [...way.ids, to], categories: [...way.categories, category] });
      }
    }
    ways = longer;
  }
  return ways.map(chainOf);
}

function endOf({ ids }: Way): number {
  return ids.at(-1) ?? 0;
}

function chainOf({ ids, categories }: Way): ChainStep[] {
  return Array.from({ length: categories.length / 2 }, (_, step) => ({
    person: ids[2 * step] ?? 0,
    title: ids[2 * step + 1] ?? 0,
    category: categories[2 * step] ?? 0,
    nextCategory: categories[2 * step + 1] ?? 0,
    next: ids[2 * step + 2] ?? 0,
  }));
}
