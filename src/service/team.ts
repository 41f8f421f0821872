import { STOP_SIGNALS } from '../process/lifecycle.ts';
import type { Lifecycle } from '../process/lifecycle.ts';

/** What the process that runs the ingests knows, and the others should. */
export interface News {
  ingesting: boolean;
  /** Why the build of an older program could not be made anew. */
  putOff?: string | undefined;
}

export const NO_NEWS: News = { ingesting: false };

/** The processes that serve together, as one of them sees them. */
export interface Team {
  /** Whether this one runs the schedule and the ingests: exactly one does. */
  leads: boolean;
  /** Tells the others. To be called by the one that leads, also when it has promoted a build. */
  tell(news: News): void;
  /** Listens to the one that leads; begins with what it said last. */
  onNews(listener: (news: News) => void): void;
}

/** One process that does everything. */
export const ALONE: Team = {
  leads: true,
  tell: () => undefined,
  onNews: () => undefined,
};

export type ToPrimary = { type: 'joined' } | { type: 'news'; news: News };
export type ToWorker =
  { type: 'welcome'; leads: boolean; news: News } | { type: 'news'; news: News } | { type: 'stop' };

/** Reports to the primary process as one of its workers, and stops when that says so, or at a signal. */
export async function joinTeam(lifecycle: Lifecycle): Promise<Team> {
  const welcome = Promise.withResolvers<{ leads: boolean }>();
  const listeners: ((news: News) => void)[] = [];
  let latest = NO_NEWS;

  function hear(news: News): void {
    latest = news;
    for (const listener of listeners) listener(news);
  }

  async function stop(reason: string): Promise<void> {
    const { failed } = await lifecycle.stop(reason);
    process.exit(failed.length === 0 ? 0 : 1);
  }

  // Ctrl-C at a terminal sends a signal to every process, before or after the primary one says so: no second signal
  // that would end this process at once. That is for the primary one to do.
  for (const signal of STOP_SIGNALS) process.on(signal, () => void stop(signal));
  process.on('message', (message: ToWorker) => {
    if (message.type === 'stop') void stop('the primary process stops');
    else hear(message.news);
    if (message.type === 'welcome') welcome.resolve(message);
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
  };
}

/** A primary that is gone hears nothing, and its workers end by themselves. */
function say(message: ToPrimary): void {
  process.send?.(message, undefined, undefined, () => undefined);
}
