import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Kind, parse, print, visit } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

import { SAMPLE_VARIABLES } from './sample-variables.ts';

/** Where the documents are that clients get, from the root of the repository. */
const DOCUMENTS: readonly string[] = ['src/graphql/examples/*.graphql', 'src/web/**/*.graphql'];
/** Those of administrators are not among them: whoever runs a whole collection would start a run and delete files. */
const OF_ADMINISTRATORS: readonly string[] = ['src/web/pages/admin/*.graphql'];

export interface Operation {
  name: string;
  /** The first line of the file, a comment; the name where there is none. */
  title: string;
  /** The operation, and the fragments that it needs. */
  text: string;
  /** Values to try it with, of the variables that it has. */
  variables: Record<string, unknown>;
}

type Samples = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface File {
  path: string;
  text: string;
  document: DocumentNode;
}

/** Paths of the files of documents that clients get. */
export function documentFiles(root: string): string[] {
  return globSync(DOCUMENTS, { cwd: root, exclude: OF_ADMINISTRATORS })
    .sort()
    .map((path) => join(root, path));
}

/**
 * The operations of files; a fragment may be in another file than its operation.
 * @throws Error for an operation without a name, for a fragment that is nowhere, and where a variable that must have a
 *   value has none to try.
 */
export function readOperations(paths: readonly string[], samples: Samples = SAMPLE_VARIABLES): Operation[] {
  const read = paths.map((path): File => {
    const text = readFileSync(path, 'utf8');
    return { path, text, document: parse(text) };
  });
  const definitions = read.flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  return read.flatMap((file) =>
    file.document.definitions
      .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
      .map((definition) => operationOf(definition, { file, fragments, samples })),
  );
}

function operationOf(
  definition: OperationDefinitionNode,
  {
    file,
    fragments,
    samples,
  }: { file: File; fragments: ReadonlyMap<string, FragmentDefinitionNode>; samples: Samples },
): Operation {
  const name = definition.name?.value;
  if (name === undefined) throw new Error(`${file.path} has an operation without a name`);
  const toTry = samples[name] ?? {};
  const variables: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of definition.variableDefinitions ?? []) {
    const key = variable.name.value;
    if (key in toTry) variables[key] = toTry[key];
    else if (type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined) {
      throw new Error(`${file.path} needs a value to try $${key} with, in sample-variables.ts: ${name}: { ${key}: … }`);
    }
  }
  const needed = new Map<string, FragmentDefinitionNode>();
  addFragments(definition, { file, fragments, needed });
  return {
    name,
    title: /^# *(.+)/.exec(file.text)?.[1] ?? name,
    text: [definition, ...needed.values()].map((node) => print(node)).join('\n\n'),
    variables,
  };
}

/** The fragments that a definition spreads, and those that these spread in turn. */
function addFragments(
  definition: OperationDefinitionNode | FragmentDefinitionNode,
  {
    file,
    fragments,
    needed,
  }: {
    file: File;
    fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    needed: Map<string, FragmentDefinitionNode>;
  },
): void {
  visit(definition, {
    FragmentSpread({ name: { value } }) {
      const fragment = fragments.get(value);
      if (fragment === undefined) throw new Error(`${file.path} needs the fragment ${value}, which is in no file`);
      if (needed.has(value)) return;
      needed.set(value, fragment);
      addFragments(fragment, { file, fragments, needed });
    },
  });
}
