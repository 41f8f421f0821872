import type { ASTNode, DocumentNode, FieldDefinitionNode, TypeDefinitionNode } from 'graphql';

import { buildASTSchema, Kind, parse } from 'graphql';

import { REQUIRES_ROLE } from '../../graphql/base/requires-role.ts';
import { rootTypesOf, typesFrom } from '../../graphql/base/types-from.ts';

/**
 * The text of a schema without what clients without a role do not see: the fields with `@requiresRole`, the types that
 * only these reach, and the directive. What remains is as it was written.
 */
export function visibleText(text: string): string {
  const document = parse(text);
  const emptied = new Set<string>();
  const hidden: ASTNode[] = document.definitions.flatMap((one): ASTNode[] => {
    if (one.kind === Kind.DIRECTIVE_DEFINITION) return one.name.value === REQUIRES_ROLE ? [one] : [];
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const { fields = [] } = one;
    const ofRoles = fields.filter(requiresRole);
    if (ofRoles.length === 0 || ofRoles.length < fields.length) return ofRoles;
    emptied.add(one.name.value);
    return [one];
  });
  for (const one of document.definitions) {
    if (one.kind !== Kind.SCHEMA_DEFINITION) continue;
    hidden.push(...one.operationTypes.filter(({ type }) => emptied.has(type.name.value)));
  }
  if (hidden.length === 0) return text;
  const rest = parse(without(text, hidden));
  return without(text, [...hidden, ...unreachable(document, rest)]);
}

function requiresRole({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === REQUIRES_ROLE);
}

/** The types of a document that the root types of the other do not reach. */
function unreachable(document: DocumentNode, rest: DocumentNode): TypeDefinitionNode[] {
  const schema = buildASTSchema(rest, { assumeValidSDL: true });
  const reached = new Set([...typesFrom(rootTypesOf(schema), schema)].map(({ name }) => name));
  return document.definitions.filter(
    (one): one is TypeDefinitionNode =>
      one.kind.endsWith('TypeDefinition') && 'name' in one && one.name !== undefined && !reached.has(one.name.value),
  );
}

/** The text without the parts of these nodes, with the white space before each. */
function without(text: string, nodes: readonly ASTNode[]): string {
  const parts = nodes.flatMap(({ loc }) => loc ?? []).sort((a, b) => a.start - b.start);
  let [kept, at] = ['', 0];
  for (const { start, end } of parts) {
    if (start < at) continue;
    kept += text.slice(at, start).trimEnd();
    at = end;
  }
  return (kept + text.slice(at)).trimStart();
}
