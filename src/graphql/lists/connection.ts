import type { PageInfoShape } from '@pothos/plugin-relay';
import type { Page, Pageable, SortKey } from '../../store/model/page.ts';
import { whenThere } from '../base/awaitable.ts';
import type { Awaitable } from '../base/awaitable.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { encodeCursor } from './cursor.ts';
import { readPaging } from './paging.ts';
import type { PageSizes, PagingArgs } from './paging.ts';

/** A page of a list. Each part is worked out when it is selected: a bare `totalCount` reads no rows. */
export interface Connection<Node> {
  edges(): Awaitable<Edge<Node>[]>;
  nodes(): Awaitable<Node[]>;
  pageInfo(): Awaitable<PageInfoShape>;
  totalCount(): Awaitable<number>;
  /** What the whole list can be narrowed down to; lists that have no filter have none. */
  facets?: unknown;
}

export interface Edge<Node> {
  node: Node;
  order: string;
  key: SortKey;
}

/**
 * The connection that paging arguments ask for; `toNode` makes a node of a row of the list.
 * @throws ClientError `BAD_USER_INPUT`, see `readPaging`.
 */
export function connect<Item, Node>(
  list: Pageable<Item>,
  args: PagingArgs,
  { sizes, toNode }: { sizes: PageSizes; toNode: (item: Item) => Node },
): Connection<Node> {
  const request = readPaging(args, { list, sizes });
  let page: Awaitable<Page<Item>> | undefined;
  function read(): Awaitable<Page<Item>> {
    page ??= list.page(request);
    return page;
  }
  /** An empty page is known without reading; only whether rows follow it is not. */
  function readRows(): Awaitable<Page<Item>['rows']> {
    return request.limit === 0 ? [] : whenThere(read(), ({ rows }) => rows);
  }
  return {
    edges: () =>
      whenThere(readRows(), (rows) => rows.map(({ item, key }) => ({ node: toNode(item), order: list.order, key }))),
    nodes: () => whenThere(readRows(), (rows) => rows.map(({ item }) => toNode(item))),
    pageInfo: () => whenThere(read(), (whole) => pageInfo(whole, list.order)),
    totalCount: () => list.count(),
  };
}

/** The node of a list whose rows are the nodes. */
export function asItIs<Item>(item: Item): Item {
  return item;
}

/** `TitleConnection` and `TitleEdge` for `Title`. `countWeight` is what a count of the whole list costs. */
export function connectionType<Node, Shape extends Connection<Node> = Connection<Node>>(
  node: {
    name: string;
    ref: ReturnType<typeof builder.objectRef<Node>> | ReturnType<typeof builder.interfaceRef<Node>>;
  },
  { rows, counted, countWeight = 1 }: { rows: string; counted: string; countWeight?: number },
) {
  const edge = builder.objectRef<Edge<Node>>(`${node.name}Edge`).implement({
    description: `One row of a page of ${rows}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'The place of this row, for after and before. Opaque; it holds for this list and order only.',
        resolve: ({ order, key }) => encodeCursor(order, key),
      }),
      node: t.field({ type: node.ref, description: 'The row itself.', resolve: (parent) => parent.node as never }),
    }),
  });
  return builder.objectRef<Shape>(`${node.name}Connection`).implement({
    description: `A page of ${rows}, after Relay's connection specification. Default 20 rows.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The rows with their cursors, in the order of the list. Empty when there are none.',
        resolve: (connection) => connection.edges(),
      }),
      nodes: t.field({
        type: [node.ref],
        description: 'The rows without their cursors, in the same order as edges.',
        resolve: (connection) => connection.nodes() as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Whether there is more, and from where to go on.',
        resolve: (connection) => connection.pageInfo(),
      }),
      totalCount: t.int({
        extensions: costs({ weight: countWeight }),
        description: `${counted} It is counted only when it is selected.`,
        resolve: (connection) => connection.totalCount(),
      }),
    }),
  });
}

function pageInfo({ rows, hasNextPage, hasPreviousPage }: Page<unknown>, order: string): PageInfoShape {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: first === undefined ? null : encodeCursor(order, first.key),
    endCursor: last === undefined ? null : encodeCursor(order, last.key),
  };
}
