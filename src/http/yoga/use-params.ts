import { isTurnOver, nextTurn } from '../../process/turns.ts';
import type { YogaPlugin } from './yoga-context.ts';

/** Length up to which a document is parsed and validated within a millisecond or two. */
const SHORT_CHARACTERS = 1000;

/**
 * Gives Yoga the request that was read already, instead of its own parsers, which also accept forms, uploads, invalid
 * UTF-8 and bodies of 25 MB. Concurrent documents are processed in turns; a long one, which takes some milliseconds, in
 * a turn of its own.
 */
export function useParams(): YogaPlugin {
  return {
    onRequestParse({ serverContext, setRequestParser }) {
      const { params } = serverContext.asked;
      setRequestParser(async () => {
        if (params.query.length > SHORT_CHARACTERS || isTurnOver()) await nextTurn();
        return params;
      });
    },
  };
}
