import type { ExecutionResult } from 'graphql';

import { createSourceEventStream } from 'graphql';

import type { Context } from '../../graphql/base/context.ts';
import { Wait } from '../../process/wait.ts';
import { datasetExtension } from '../engine/dataset-extension.ts';
import type { Promotions } from '../engine/promotions.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import type { Executed } from '../engine/request-executor.ts';
import type { ClientSlots } from '../request/limits/client-slots.ts';
import { RequestError } from '../request/graphql/request-error.ts';
import { acceptsEvents, needsEvents } from '../request/graphql/media-type.ts';
import type { YogaContext, YogaPlugin } from './yoga-context.ts';

/**
 * Answers subscriptions: the engine executes the selection for each event as it does a query, with a build that is
 * leased, a turn and a time limit for that event alone. It takes of the client's rate limits once, when it begins. Between events a subscription holds its socket and no more.
 */
export function useSubscriptions(
  { documents, execute, check, administration }: QueryEngine,
  { promotions, slots }: { promotions: Promotions; slots: ClientSlots },
): YogaPlugin {
  return {
    onSubscribe({ args, setSubscribeFn }) {
      const { asked, exchange, outcome } = args.contextValue as YogaContext;
      const { allowance } = asked;
      const { variables, operationName } = asked.params;
      outcome.isSubscription = true;
      setSubscribeFn(async () => {
        const planned = documents.of(args.document, operationName);
        if (planned !== undefined) {
          const { method, headers } = exchange.request;
          if (method === 'HEAD') throw needsGet();
          if (!acceptsEvents(headers.accept)) throw needsEvents();
          const giveBack = await slots.take(exchange.client.key);
          // The client may have left meanwhile.
          if (exchange.wait.ended === undefined) exchange.response.once('close', giveBack);
          else giveBack();
          const errors = await check({ planned, variables, allowance });
          if (errors !== undefined) return { errors };
        }
        const { client } = exchange;
        let isOfBuilds = false;
        const contextValue: Pick<Context, 'client' | 'administration' | 'left' | 'promotions'> = {
          client,
          administration,
          left: () => exchange.wait.signal,
          promotions() {
            isOfBuilds = true;
            return promotions.follow(exchange.wait);
          },
        };
        const events = await createSourceEventStream({
          ...args,
          operationName,
          variableValues: variables,
          contextValue,
        });
        // An error, such as that of a schema without subscriptions, whose operations have no plan.
        if (!(Symbol.asyncIterator in events) || planned === undefined) return events as ExecutionResult;
        const paid = { planned, variables, client, allowance, isPaid: true };
        const answer = (wait: Wait) => execute({ ...paid, wait });
        return answersTo(events, { answer, isOfBuilds, client: exchange.wait });
      });
    },
  };
}

/** A stream has no end that the answer to a HEAD could wait for. */
function needsGet(): RequestError {
  const message = 'HEAD of a subscription has no answer: use POST or GET.';
  return new RequestError('BAD_USER_INPUT', message, { status: 405, headers: { allow: 'GET, POST, OPTIONS' } });
}

/**
 * An answer for each event. Of the events of builds, one whose build was answered with an event before it, which had to
 * wait for its turn, has none.
 */
async function* answersTo(
  events: AsyncIterable<unknown>,
  { answer, isOfBuilds, client }: { answer: (wait: Wait) => Promise<Executed>; isOfBuilds: boolean; client: Wait },
): AsyncGenerator<ExecutionResult> {
  let last: number | undefined;
  for await (const _ of events) {
    const wait = new Wait();
    const leave = (reason: unknown): void => wait.end(reason);
    client.onEnd(leave);
    try {
      const { data, errors, build, isOfTmdb } = await answer(wait);
      if (isOfBuilds && build !== null && build.version === last) continue;
      last = build?.version;
      yield {
        ...(data !== undefined && { data: JSON.parse(data) as ExecutionResult['data'] }),
        ...(errors !== undefined && { errors }),
        ...(build !== null && { extensions: { dataset: datasetExtension(build, { isOfTmdb }) } }),
      };
    } finally {
      client.offEnd(leave);
    }
  }
}
