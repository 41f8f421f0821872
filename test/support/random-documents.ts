import type { GraphQLArgument, GraphQLCompositeType, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

import {
  doTypesOverlap,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';

import type { Random } from '../product/random-filters.ts';

export interface RandomDocument {
  query: string;
  variables: Record<string, unknown>;
}

export interface DocumentOptions {
  schema: GraphQLSchema;
  random: Random;
  /** The text of a value for an argument, or a variable for it; undefined leaves it out. */
  argument: (argument: GraphQLArgument, field: GraphQLField<unknown, unknown>) => string | Variable | undefined;
  /** The operation; a query by default. */
  operation?: OperationTypeNode;
  /** Fields of a document, more or less. */
  size?: number;
}

/** A variable as it is declared, such as `[ID!] = ["x"]`, and what is sent for it. */
export interface Variable {
  type: string;
  /** undefined sends nothing. */
  sent: unknown;
}

/** Variables of `@skip` and `@include`, by how they are declared, and what clients send for them. */
const SWITCHES = [
  { name: 'must', type: 'Boolean!', sent: [true, false] },
  { name: 'maybe', type: 'Boolean = true', sent: [true, false, undefined, undefined, null] },
  { name: 'other', type: 'Boolean = false', sent: [true, false, undefined] },
] as const;

const MOST_LEVELS = 7;

/**
 * A generator of valid documents over a schema: fragments nested and spread at many places, directives with constants
 * and variables, aliases, fields that stand twice, and now and then variables that do not fit.
 */
export function createDocuments({
  schema,
  random,
  argument,
  operation = OperationTypeNode.QUERY,
  size = 30,
}: DocumentOptions): () => RandomDocument {
  const oneOf = <T>(values: readonly T[]): T => values[random(values.length)] as T;
  const composites = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLCompositeType => isCompositeType(type) && !type.name.startsWith('__'),
  );

  function attempt(): RandomDocument | undefined {
    let left = size;
    const variables = new Map<string, Variable>();
    const fragments: { name: string; type: GraphQLCompositeType; text?: string }[] = Array.from(
      { length: random(6) },
      (_, at) => ({ name: `F${at}`, type: oneOf(composites) }),
    );

    function directive(): string {
      if (random(3) !== 0) return '';
      const name = oneOf(['skip', 'include']);
      if (random(3) === 0) return ` @${name}(if: ${oneOf(['true', 'false'])})`;
      const { name: variable } = oneOf(SWITCHES);
      return ` @${name}(if: $${variable})`;
    }

    function textOf(value: string | Variable): string {
      if (typeof value === 'string') return value;
      const name = `v${variables.size}`;
      variables.set(name, value);
      return `$${name}`;
    }

    function fieldText(
      field: GraphQLField<unknown, unknown>,
      { levels, from, switches = directive() }: { levels: number; from: number; switches?: string },
    ): string | undefined {
      const given = field.args.map((arg) => [arg.name, argument(arg, field)] as const);
      if (given.some(([name, value]) => value === undefined && isRequired(field, name))) return undefined;
      const args = given.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${textOf(value)}`]));
      const type = getNamedType(field.type);
      const isComposite = isCompositeType(type);
      if (isComposite && levels === 0) return undefined;
      // The same alias always stands for the same field and arguments, and of different types for different ones.
      const call = args.length === 0 ? field.name : `${field.name}(${args.join(', ')})`;
      const alias = args.length > 0 || random(4) === 0 ? `${aliasOf(call + String(field.type))}: ` : '';
      const below = isComposite ? ` ${selection(type, levels - 1, from)}` : '';
      return `${alias}${call}${switches}${below}`;
    }

    function selection(type: GraphQLCompositeType, levels: number, from: number): string {
      const parts: string[] = ['__typename'];
      const count = 1 + random(5);
      for (let at = 0; at < count && left > 0; at += 1) {
        left -= 1;
        const part = member(type, levels, from);
        if (part !== undefined) parts.push(part);
      }
      return `{ ${parts.join(' ')} }`;
    }

    /** The root of a subscription has one field, which cannot be skipped. */
    function oneField(type: GraphQLObjectType): string | undefined {
      const text = fieldText(oneOf(Object.values(type.getFields())), { levels: MOST_LEVELS, from: 0, switches: '' });
      return text === undefined ? undefined : `{ ${text} }`;
    }

    function member(type: GraphQLCompositeType, levels: number, from: number): string | undefined {
      const kind = random(10);
      if (kind < 2) {
        const fits = fragments.slice(from).filter((fragment) => doTypesOverlap(schema, fragment.type, type));
        return fits.length === 0 ? undefined : `...${oneOf(fits).name}${directive()}`;
      }
      if (kind < 4) {
        const fits = composites.filter((other) => doTypesOverlap(schema, other, type));
        const on = random(4) === 0 ? type : oneOf(fits);
        const condition = random(5) === 0 ? '' : ` on ${on.name}`;
        return `...${condition}${directive()} ${selection(condition === '' ? type : on, levels, from)}`;
      }
      if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
      return fieldText(oneOf(Object.values(type.getFields())), { levels, from });
    }

    const rootType = schema.getRootType(operation);
    if (rootType == null) throw new Error(`the schema has no ${operation}`);
    const root =
      operation === OperationTypeNode.SUBSCRIPTION ? oneField(rootType) : selection(rootType, MOST_LEVELS, 0);
    if (root === undefined) return undefined;
    for (const [at, fragment] of fragments.entries()) {
      left = Math.max(left, 4);
      fragment.text = `fragment ${fragment.name} on ${fragment.type.name} ${selection(fragment.type, 3, at + 1)}`;
    }
    const reached = reachedFrom(root, fragments);
    const text = [root, ...reached].join(' ');
    const isUsed = (name: string): boolean => new RegExp(String.raw`\$${name}\b`).test(text);
    for (const { name, type, sent } of SWITCHES) {
      variables.set(name, { type, sent: random(40) === 0 ? 'wrong' : oneOf<unknown>(sent) });
    }
    const declared = [...variables].filter(([name]) => isUsed(name));
    const list =
      declared.length === 0 ? '' : ` (${declared.map(([name, { type }]) => `$${name}: ${type}`).join(', ')})`;
    const head = operation === OperationTypeNode.QUERY && list === '' ? '' : `${operation}${list} `;
    const document = `${head}${text}`;
    if (validate(schema, parse(document)).length > 0) return undefined;
    const sent = declared.map(([name, variable]) => [name, variable.sent]).filter(([, value]) => value !== undefined);
    return { query: document, variables: Object.fromEntries(sent) as Record<string, unknown> };
  }

  return () => {
    for (;;) {
      const document = attempt();
      if (document !== undefined) return document;
    }
  };
}

/** The fragments that are spread, also by others: one that is not would not be valid. */
function reachedFrom(root: string, fragments: readonly { name: string; text?: string }[]): string[] {
  const reached = new Set<string>();
  function visit(text: string): void {
    for (const { name, text: own = '' } of fragments) {
      if (reached.has(own) || !new RegExp(String.raw`\.\.\.${name}\b`).test(text)) continue;
      reached.add(own);
      visit(own);
    }
  }
  visit(root);
  return [...reached];
}

function isRequired(field: GraphQLField<unknown, unknown>, name: string): boolean {
  const found = field.args.find((arg) => arg.name === name);
  return found !== undefined && isNonNullType(found.type) && found.defaultValue === undefined;
}

/** A name for a text, the same for the same. Now and then it is one that objects have already. */
function aliasOf(text: string): string {
  let hash = 0;
  for (const character of text) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  const name = (hash >>> 0).toString(36);
  return (hash >>> 0) % 50 === 0 ? '__proto__' : `a${name}`;
}
