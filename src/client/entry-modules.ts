import type { CacheRules } from './cache-rules.ts';

/** The modules of the entry `marquee/client` by file name, in TypeScript; they import nothing but types. */
export function entryModules({
  sdl,
  documents,
  introspection,
  rules,
  labels,
}: {
  sdl: string;
  documents: string;
  introspection: object;
  rules: CacheRules;
  labels: Record<string, Record<string, string>>;
}): Record<string, string> {
  return {
    'index.ts': ['cache', 'documents', 'introspection', 'labels', 'sdl']
      .map((name) => `export * from './${name}.js';\n`)
      .join(''),
    'documents.ts': documents,
    'introspection.ts': INTROSPECTION(introspection),
    'sdl.ts': `/** The schema in GraphQL's own language. */\nexport const sdl: string = ${JSON.stringify(sdl)};\n`,
    'labels.ts': LABELS(labels),
    'cache.ts': CACHE(rules),
  };
}

function INTROSPECTION(introspection: object): string {
  return `/** Option \`schema\` of urql's graphcache: what it reads of an introspection, without arguments and scalars. */
export const introspection: {
  __schema: {
    queryType: { name: string };
    mutationType: { name: string } | null;
    subscriptionType: { name: string } | null;
    types: object[];
  };
} = ${JSON.stringify(introspection)};
`;
}

function LABELS(labels: Record<string, Record<string, string>>): string {
  return `/** Each enum of the schema, with a label in English for each value. */
export const labels = ${JSON.stringify(labels, null, 2)} as const;

/** The values of an enum, by its name: \`EnumValue<'Genre'>\`. */
export type EnumValue<Name extends keyof typeof labels> = keyof (typeof labels)[Name];
`;
}

function CACHE({ possibleTypes, embeddedTypes, connectionFields }: CacheRules): string {
  return `/** The object types of each interface and union, for caches of Apollo and urql. */
export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes, null, 2)};

const embeddedTypes: readonly string[] = ${JSON.stringify(embeddedTypes, null, 2)};

/** The fields that are connections, by type, with the arguments that tell one list from another. */
export const connectionFields: Record<string, Record<string, string[]>> = ${JSON.stringify(connectionFields, null, 2)};

/** Option \`keys\` of urql's graphcache: types that no id finds are kept in the object that they belong to. */
export const keys: Record<string, () => null> = /* @__PURE__ */ Object.fromEntries(
  embeddedTypes.map((name) => [name, () => null]),
);

/** Option \`resolvers\` of urql's graphcache, given \`relayPagination()\`: the pages of each connection are one list. */
export function resolvers<Resolver>(relayPagination: Resolver): Record<string, Record<string, Resolver>> {
  return ofConnections(() => relayPagination);
}

/**
 * Option \`typePolicies\` of Apollo's InMemoryCache, given \`relayStylePagination\`: the pages of each connection are one
 * list, and objects that no id finds are merged in the object that they belong to.
 */
export function typePolicies<Policy>(relayStylePagination: (keyArgs: string[]) => Policy): Record<
  string,
  { keyFields?: false; merge?: true; fields?: Record<string, Policy> }
> {
  const policies: ReturnType<typeof typePolicies<Policy>> = {};
  for (const name of embeddedTypes) {
    policies[name] = /(?:Connection|Edge|PageInfo)$/.test(name) ? { keyFields: false } : { keyFields: false, merge: true };
  }
  for (const [name, fields] of Object.entries(ofConnections(relayStylePagination))) {
    policies[name] = { ...policies[name], fields };
  }
  return policies;
}

function ofConnections<Value>(make: (keyArgs: string[]) => Value): Record<string, Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(connectionFields).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.entries(fields).map(([field, keyArgs]) => [field, make(keyArgs)])),
    ]),
  );
}
`;
}
