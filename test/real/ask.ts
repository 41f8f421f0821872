type Node = Record<string, unknown>;

/** Questions to a server, for one title or person each. */
export interface Ask {
  /** Undefined where there is none. */
  title(id: string, selection: string): Promise<Node | undefined>;
  person(id: string, selection: string): Promise<Node | undefined>;
  /** All rows of a list of a title, page by page; none where there is no such title. */
  list(id: string, field: string, selection: string): Promise<Node[]>;
}

interface Page {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const PAGE_SIZE = 100;

/** Asks a server at this address by GraphQL. @throws Error with the first error of an answer. */
export function createAsk(url: string): Ask {
  async function ask(query: string, variables: Record<string, unknown>): Promise<Node> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Node; errors?: { message: string }[] };
    if (data === undefined || errors !== undefined) {
      throw new Error(`${JSON.stringify(variables)} is answered with: ${errors?.[0]?.message ?? response.status}`);
    }
    return data;
  }

  async function one(field: string, id: string, selection: string): Promise<Node | undefined> {
    const { node } = await ask(`query ($id: ID!) { node: ${field}(id: $id) { ${selection} } }`, { id });
    return (node as Node | null) ?? undefined;
  }

  return {
    title: (id, selection) => one('title', id, selection),
    person: (id, selection) => one('person', id, selection),
    async list(id, field, selection) {
      const query = `query ($id: ID!, $after: String) { title(id: $id) { list: ${field}(first: ${PAGE_SIZE}, after: $after) {
        nodes { ${selection} } pageInfo { hasNextPage endCursor } } } }`;
      const nodes: Node[] = [];
      for (let after: string | null | undefined; after !== null;) {
        const { title } = (await ask(query, { id, after })) as { title: { list: Page } | null };
        if (title === null) return [];
        nodes.push(...title.list.nodes);
        after = title.list.pageInfo.hasNextPage ? title.list.pageInfo.endCursor : null;
      }
      return nodes;
    },
  };
}
