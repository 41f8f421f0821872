import { isTurnOver, nextTurn } from '../../process/turns.ts';
import type { YogaPlugin } from './yoga-context.ts';

/** A shorter document is parsed and validated within a millisecond or two. */
const SHORT_CHARACTERS = 1000;

/**
 * Gives Yoga the request as it was read: in place of its own parsers, which also take forms, uploads, broken UTF-8 and bodies
 * of 25 MB. Documents that come at once are looked at in turns: a long one takes some milliseconds, and has a turn for itself.
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
