import { STOP_SIGNALS } from '../../process/lifecycle.ts';
import type { Lifecycle } from '../../process/lifecycle.ts';
import type { TeamTalk } from '../administration/team-actions.ts';
import { createAsking } from './asking.ts';
import { createTeamSlots } from './team-slots.ts';
import type { SlotAnswer, SlotQuestion, TeamSlots } from './team-slots.ts';

/** What the leading process, which runs the ingests, tells the others. */
export interface News {
  ingesting: boolean;
  /** Reason why a build of an older format could not be made anew. */
  putOff?: string | undefined;
}

export const NO_NEWS: News = { ingesting: false };

/** The processes that serve together, from the view of one of them. */
export interface Team extends TeamTalk {
  /** Whether this process runs the schedule and the ingests; exactly one does. */
  leads: boolean;
  /** Sends news to the others. The leading process calls it, also after a promotion. */
  tell(news: News): void;
  /** Subscribes to the news of the leading process, starting with the latest. */
  onNews(listener: (news: News) => void): void;
  /** Counts what clients have in all processes; undefined where this one is alone. */
  slots?: TeamSlots['counts'];
}

/** The team of a single process. */
export const ALONE: Team = {
  leads: true,
  tell: () => undefined,
  onNews: () => undefined,
  ask: () => Promise.reject(new Error('a process that leads asks itself')),
  onAsk: () => undefined,
};

/** A question of a worker, by its number there. */
export interface Ask {
  type: 'ask';
  id: number;
  question: unknown;
}

export interface Answered {
  type: 'answered';
  id: number;
  /** Undefined if the leading process has ended, or none is there. */
  answer?: unknown;
}

export type ToPrimary = { type: 'joined' } | { type: 'news'; news: News } | Ask | Answered | SlotQuestion;
export type ToWorker =
  | { type: 'welcome'; leads: boolean; news: News }
  | { type: 'news'; news: News }
  | { type: 'stop' }
  | Ask
  | Answered
  | SlotAnswer;

/** Joins the team as a worker of the primary process. The worker stops when told to, or at a signal. */
export async function joinTeam(lifecycle: Lifecycle): Promise<Team> {
  const welcome = Promise.withResolvers<{ leads: boolean }>();
  const listeners: ((news: News) => void)[] = [];
  const asking = createAsking(say);
  const slots = createTeamSlots(say);
  let latest = NO_NEWS;

  function hear(news: News): void {
    latest = news;
    for (const listener of listeners) listener(news);
  }

  async function stop(reason: string): Promise<void> {
    const { failed } = await lifecycle.stop(reason);
    process.exit(failed.length === 0 ? 0 : 1);
  }

  // Ctrl-C at a terminal signals every process, before or after the primary process tells its workers to stop. So a
  // second signal does not end a worker; only the primary process kills it.
  for (const signal of STOP_SIGNALS) process.on(signal, () => void stop(signal));
  process.on('message', (message: ToWorker) => {
    // Others have messages of their own, such as the counts of rate limits.
    switch (message.type) {
      case 'stop':
        void stop('the primary process stops');
        return;
      case 'ask':
        void asking.answer(message);
        return;
      case 'answered':
        asking.answered(message);
        return;
      case 'slot':
        slots.answered(message);
        return;
      case 'welcome':
      case 'news':
        hear(message.news);
        if (message.type === 'welcome') welcome.resolve(message);
    }
  });
  say({ type: 'joined' });
  const { leads } = await welcome.promise;
  return {
    leads,
    tell: (news) => say({ type: 'news', news }),
    onNews(listener) {
      listeners.push(listener);
      listener(latest);
    },
    ask: (question) => asking.ask(question),
    onAsk: (answer) => asking.onAsk(answer),
    slots: (options) => slots.counts(options),
  };
}

/** Sends a message to the primary process. Errors are ignored: without a primary process, workers end by themselves. */
function say(message: ToPrimary): void {
  process.send?.(message, undefined, undefined, () => undefined);
}
