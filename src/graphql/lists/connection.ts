import type { PageInfoShape } from '@pothos/plugin-relay';
import type { Page, Pageable, SortKey } from '../../store/model/page.ts';
import { mapAwaitable } from '../base/awaitable.ts';
import type { Awaitable } from '../base/awaitable.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { encodeCursor } from './cursor.ts';
import { readPaging } from './paging.ts';
import type { PageSizes, PagingArgs } from './paging.ts';

/** A page of a list. Each part is computed when it is selected: `totalCount` alone reads no rows. */
export interface Connection<Node> {
  edges(): Awaitable<Edge<Node>[]>;
  nodes(): Awaitable<Node[]>;
  pageInfo(): Awaitable<PageInfoShape>;
  totalCount(): Awaitable<number>;
  /** Facets of the whole list; undefined for lists without a filter. */
  facets?: unknown;
}

export interface Edge<Node> {
  node: Node;
  order: string;
  key: SortKey;
}

/**
 * The page of a list for some paging arguments; `toNode` makes a node of a row.
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
  /** No read for an empty page: only its `hasNextPage` needs one. */
  function readRows(): Awaitable<Page<Item>['rows']> {
    return request.limit === 0 ? [] : mapAwaitable(read(), ({ rows }) => rows);
  }
  return {
    edges: () =>
      mapAwaitable(readRows(), (rows) => rows.map(({ item, key }) => ({ node: toNode(item), order: list.order, key }))),
    nodes: () => mapAwaitable(readRows(), (rows) => rows.map(({ item }) => toNode(item))),
    pageInfo: () => mapAwaitable(read(), (loaded) => pageInfo(loaded, list.order)),
    totalCount: () => list.count(),
  };
}

/** The identity: `toNode` of a list whose rows are nodes. */
export function asItIs<Item>(item: Item): Item {
  return item;
}

/** Connection and edge types of a node, such as `TitleConnection`. `countWeight` is the cost of `totalCount`. */
export function connectionType<Node, Shape extends Connection<Node> = Connection<Node>>(
  node: {
    name: string;
    ref: ReturnType<typeof builder.objectRef<Node>> | ReturnType<typeof builder.interfaceRef<Node>>;
  },
  { rows, counted, countWeight = 1 }: { rows: string; counted: string; countWeight?: number },
) {
  const edge = builder.objectRef<Edge<Node>>(`${node.name}Edge`).implement({
    description: `A row in a page of ${rows}, with its cursor.`,
    fields: (t) => ({
      cursor: t.string({
        description:
          'Position of the row, for the arguments after and before. Opaque, and valid for this list and order only.',
        resolve: ({ order, key }) => encodeCursor(order, key),
      }),
      node: t.field({ type: node.ref, description: 'Node of the row.', resolve: (parent) => parent.node as never }),
    }),
  });
  return builder.objectRef<Shape>(`${node.name}Connection`).implement({
    description: `A page of ${rows}, by Relay's connection specification. Default 20 rows.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'Rows with their cursors, in the order of the list. Empty if there are none.',
        resolve: (connection) => connection.edges(),
      }),
      nodes: t.field({
        type: [node.ref],
        description: 'Rows without their cursors, in the same order as edges.',
        resolve: (connection) => connection.nodes() as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Position of the page in the list, with the cursors for the next and previous pages.',
        resolve: (connection) => connection.pageInfo(),
      }),
      totalCount: t.int({
        extensions: costs({ weight: countWeight }),
        description: `${counted} Counted only if selected.`,
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
