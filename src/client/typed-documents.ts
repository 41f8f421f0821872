import { generate } from '@graphql-codegen/cli';

import { SCALARS } from './scalars.ts';

/**
 * A module in TypeScript with a typed document for each operation of these documents, and the types of their variables and answers; fields
 * of fragments are shown as if they stood in the operation.
 * @throws Error for documents that do not fit the schema.
 */
export async function typedDocuments(sdl: string, documents: readonly string[]): Promise<string> {
  const files = (await generate(
    {
      schema: sdl,
      documents: [...documents],
      silent: true,
      generates: {
        'client/': {
          preset: 'client',
          presetConfig: { fragmentMasking: false },
          config: { enumsAsTypes: true, useTypeImports: true, scalars: SCALARS },
        },
      },
    },
    false,
  )) as { filename: string; content: string }[];
  const module = files.find(({ filename }) => filename.endsWith('/graphql.ts'));
  if (module === undefined) throw new Error('the generator made no typed documents');
  return module.content;
}
