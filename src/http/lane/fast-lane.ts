import type { GraphqlHandler } from '../request/graphql/graphql-handler.ts';
import { isJson } from '../request/graphql/media-type.ts';
import type { Answers } from './answers.ts';

export interface FastLaneOptions {
  answers: Answers;
  /** What answers the others. It gets the request as it was read, and the query as it was executed where that is so. */
  next: GraphqlHandler;
}

/**
 * Answers requests whose document is known, without the many steps of Yoga, and from memory what was asked before of the
 * same build. It writes no errors: whatever is unusual or goes wrong, it hands on.
 */
export function createFastLane({ answers, next }: FastLaneOptions): GraphqlHandler {
  return async (exchange, asked) => {
    const { params, text, mediaType, asksForCost } = asked;
    if (asksForCost || !isJson(mediaType)) return next(exchange, asked);
    // No JSON begins so: a query string may be the text of a body too, and asks something else then.
    const key = exchange.method === 'GET' ? `?${text}` : text;
    const kept = answers.kept(key);
    const ending = kept === undefined ? await answers.to(params, { key, wait: exchange.wait }) : { answer: kept };
    if (ending?.answer === undefined) return next(exchange, { ...asked, executed: ending?.executed });
    const { body, build, cost } = ending.answer;
    const headers = { 'content-type': `${mediaType}; charset=utf-8` };
    return { status: 200, headers, body, errors: 0, build, isByChance: false, cost };
  };
}
