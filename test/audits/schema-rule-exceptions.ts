/** What a rule of graphql-eslint says of the schema that is left as it is. */
export interface RuleException {
  rule: string;
  /** The messages that it is about. */
  says: RegExp;
  reason: string;
}

export const RULE_EXCEPTIONS: readonly RuleException[] = [
  {
    rule: 'strict-id-in-types',
    says: /^type "\w+" must have exactly one non-nullable unique identifier\./,
    reason:
      'What has an id of its own implements Node, whose id is an ID!. Other types are values: pages, edges, counts, ratings, outcomes of actions; they have no identity apart from what they stand in.',
  },
  {
    rule: 'relay-edge-types',
    says: /^A list type should only wrap an edge type\.$/,
    reason:
      'Lists that are short and always whole, such as genres, facets or the titles for a list of ids, have no pages. Relay asks for edges in connections alone.',
  },
  {
    rule: 'relay-edge-types',
    says: /^Edge type's field `node` must implement `Node` interface\.$/,
    reason:
      'Alternative titles, credits, changes, places of charts and the like are rows without an id of their own at IMDb: they are read in their pages, and the titles and people in them are Nodes.',
  },
  {
    rule: 'relay-arguments',
    says: /^Field `(?:similar|similarTo|atDegree)` must contain an argument `(?:last|before)`/,
    reason:
      'What is most similar or best known is read from the first on. Relay allows connections that go forward only.',
  },
  {
    rule: 'no-typename-prefix',
    says: /^Field "(?:titleType|titleTypeName)" starts with the name of the parent type "Title"$/,
    reason: "IMDb's name of the column, which readers of the files know.",
  },
  {
    rule: 'no-typename-prefix',
    says: /^Field "episodeNumber" starts with the name of the parent type "Episode"$/,
    reason: "IMDb's name of the column, which readers of the files know.",
  },
  {
    rule: 'no-typename-prefix',
    says: /^Field "limit" starts with the name of the parent type "Limit"$/,
    reason: 'The word of the RateLimit headers, which say the same.',
  },
];
