import { getNamedType, isCompositeType, isInterfaceType, isObjectType, parse, validate } from 'graphql';
import type { GraphQLCompositeType, GraphQLInterfaceType, GraphQLObjectType } from 'graphql';

import type { FieldCost } from '../../src/graphql/base/cost.ts';
import { schema as whole } from '../../src/graphql/schema.ts';
import { visibleSchema } from '../../src/http/engine/visibility/visible-schema.ts';
import { costOf } from '../../src/http/engine/cost/cost-of.ts';
import { createFieldArguments } from '../../src/http/engine/execution/field-arguments.ts';
import { plannedOperation } from '../../src/http/engine/planning/operations.ts';
import type { Random } from '../product/random-filters.ts';

/** What the clients of an attack may ask for: they have no token. */
const schema = visibleSchema(whole);

const LIMITS = { defaultPage: 20, maxPage: 100, maxLongPage: 500, maxSearchPage: 100, maxIds: 100, maxFilterIds: 1000 };
const ARGUMENTS: Record<string, string> = {
  title: 'id: "tt0900100"',
  person: 'id: "nm0900001"',
  node: 'id: "tt0900100"',
  titlesByIds: 'ids: ["tt0900001", "tt0900002", "tt0900100"]',
  peopleByIds: 'ids: ["nm0900001", "nm0900002"]',
  nodes: 'ids: ["tt0900100", "nm0900001"]',
  search: 'query: "the"',
  suggest: 'prefix: "th"',
  chart: 'kind: TOP_RATED_MOVIES, minVotes: 5',
  careers: 'category: ACTOR',
  randomTitles: 'seed: "a"',
};
const LEAST_LEVELS = 4;
const MOST_LEVELS = 12;
const TRIES = 16;
const PAGES = [1, 2, 5, 10, 20, 50, 100];
/** Of a document that has no more tokens than are allowed. */
const MOST_CHARACTERS = 30_000;

/**
 * Documents that go down a way by chance through the graph, with pages as large as the limit of the cost lets them be:
 * the dearest of their shape that are let through.
 */
export function dearDocuments(random: Random, { count, most }: { count: number; most: number }): string[] {
  const found = new Map<string, string>();
  while (found.size < count) {
    const steps = wayDown(random);
    const way = steps.map(({ name }) => name).join('.');
    if (steps.length < LEAST_LEVELS || found.has(way)) continue;
    const text = largestOf(steps, { random, most });
    if (text !== undefined) found.set(way, text);
  }
  return [...found.values()];
}

/** Names of fields from the root on, each with its type. */
interface Step {
  name: string;
  on: string;
  pages: boolean;
}

function wayDown(random: Random): Step[] {
  const steps: Step[] = [];
  let type: GraphQLCompositeType | null | undefined = schema.getQueryType();
  const levels = LEAST_LEVELS + random(MOST_LEVELS - LEAST_LEVELS);
  for (let level = 0; level < levels && type != null; level += 1) {
    // Mostly what every type has, so that there is something whatever comes.
    const isAny: boolean = isObjectType(type) || (isInterfaceType(type) && random(3) > 0);
    const on: GraphQLObjectType | GraphQLInterfaceType = isAny ? (type as GraphQLObjectType) : possible(type, random);
    const fields = Object.values(on.getFields()).filter(
      ({ type: of, name }) => isCompositeType(getNamedType(of)) && !['pageInfo', 'facets', 'rating'].includes(name),
    );
    const field = fields[random(fields.length)];
    if (field === undefined) break;
    const cost = field.extensions['cost'] as FieldCost | undefined;
    steps.push({ name: field.name, on: on.name, pages: cost?.list?.slicing.includes('first') === true });
    type = getNamedType(field.type) as GraphQLCompositeType;
  }
  return steps;
}

function possible(type: GraphQLCompositeType, random: Random): GraphQLObjectType {
  if (isObjectType(type)) return type;
  const types = schema.getPossibleTypes(type);
  return types[random(types.length)] ?? (schema.getType('Movie') as never);
}

/** The way with the largest pages that are let through, and with as many aliases of it as there is room for. */
function largestOf(steps: readonly Step[], { random, most }: { random: Random; most: number }): string | undefined {
  let best: { text: string; points: number } | undefined;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const largest = PAGES[attempt % PAGES.length] ?? 1;
    const once = textOf(steps, () => Math.min(largest, PAGES[random(PAGES.length)] ?? 1));
    const points = pointsOf(once);
    if (points === undefined) return undefined;
    const aliases = Math.min(Math.floor(most / points), Math.floor(MOST_CHARACTERS / once.length));
    if (aliases < 1 || points * aliases <= (best?.points ?? most / 10)) continue;
    const field = once.slice('{ a0: '.length, -' }'.length);
    const text = `{ ${Array.from({ length: aliases }, (_, at) => `a${at}: ${field}`).join(' ')} }`;
    best = { text, points: points * aliases };
  }
  return best?.text;
}

function textOf(steps: readonly Step[], page: () => number): string {
  const [root, ...rest] = steps;
  if (root === undefined) return '{ __typename }';
  let below = leavesOf(steps.at(-1));
  for (const step of rest.toReversed()) {
    below = `... on ${step.on} { ${call(step, page())} { __typename ${below} } }`;
  }
  return `{ a0: ${call(root, page())} { __typename ${below} } }`;
}

function call({ name, pages }: Step, page: number): string {
  const given = [ARGUMENTS[name], pages ? `first: ${page}` : undefined].filter(Boolean);
  return given.length === 0 ? name : `${name}(${given.join(', ')})`;
}

/** Leaves that read. */
function leavesOf(last: Step | undefined): string {
  const on = last === undefined ? undefined : schema.getType(last.on);
  const field = on !== undefined && 'getFields' in on ? on.getFields()[last?.name ?? ''] : undefined;
  const type = field === undefined ? undefined : getNamedType(field.type);
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const leaves = Object.values(type.getFields()).filter(
    ({ type: of, args }) => !isCompositeType(getNamedType(of)) && args.length === 0,
  );
  return leaves.map(({ name }) => name).join(' ');
}

function pointsOf(text: string): number | undefined {
  const document = parse(text);
  if (validate(schema, document).length > 0) return undefined;
  const operation = plannedOperation(schema, { document, operationName: undefined })?.for({});
  if (operation === undefined) return undefined;
  return costOf({ operation, limits: LIMITS, most: Infinity, args: createFieldArguments({}) }).points;
}
