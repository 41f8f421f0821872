import type { CompiledDocuments } from './compiled-documents.ts';
import type { GatewayPlugin } from './gateway-context.ts';

/** Tells the compiled documents of each that has passed validation and begins to run. */
export function useCompiledDocuments(compiled: CompiledDocuments): GatewayPlugin {
  return {
    onExecute({ args, context: { params } }) {
      const { query, operationName } = params;
      if (typeof query === 'string') compiled.learn(query, operationName ?? undefined, args.document);
    },
  };
}
