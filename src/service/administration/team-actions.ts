import { ClientError } from '../../errors.ts';
import type { ClientErrorCode } from '../../errors.ts';
import type { Logger } from '../../process/logger.ts';
import type { LeadingActions } from './leading-actions.ts';

/** How processes of a team ask the leading one; questions and answers are JSON. */
export interface TeamTalk {
  /** @throws ClientError `OVERLOADED` if the leading process ends before it answers, or does not answer in time. */
  ask(question: unknown): Promise<unknown>;
  /** Answers the questions of the others. The leading process calls it. */
  onAsk(answer: (question: unknown) => Promise<unknown>): void;
}

/** A call of an action of the leading process, as a message. */
interface Question {
  action: keyof LeadingActions;
  args: readonly unknown[];
}

/** How it ended. An error that is not for clients stays in the log of the leading process. */
type Answer =
  { value: unknown } | { error: { code: ClientErrorCode; message: string; retryAfterSeconds?: number | undefined } };

/** The actions in a process that does not lead: each asks the leading process. */
export function askingActions(team: TeamTalk): LeadingActions {
  async function ask(question: Question): Promise<unknown> {
    const answer = (await team.ask(question)) as Answer;
    if ('value' in answer) return answer.value;
    const { code, message, retryAfterSeconds } = answer.error;
    throw new ClientError(code, message, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  }
  const asking =
    <Name extends keyof LeadingActions>(action: Name) =>
    (...args: Parameters<LeadingActions[Name]>) =>
      ask({ action, args }) as ReturnType<LeadingActions[Name]>;
  return {
    start: asking('start'),
    verify: asking('verify'),
    promote: asking('promote'),
    prune: asking('prune'),
    verifications: asking('verifications'),
  };
}

/** Answers the questions of the other processes with the actions of this one, which leads. */
export function answerTeam(team: TeamTalk, { actions, log }: { actions: LeadingActions; log: Logger }): void {
  team.onAsk(async (asked): Promise<Answer> => {
    const { action, args } = asked as Question;
    try {
      const call = actions[action] as (...given: readonly unknown[]) => Promise<unknown>;
      return { value: await call(...args) };
    } catch (error) {
      if (error instanceof ClientError) {
        const { code, message, retryAfterSeconds } = error;
        return { error: { code, message, retryAfterSeconds } };
      }
      log.error({ event: 'administration failed', action, err: error });
      return { error: { code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error: see the log of the service.' } };
    }
  });
}
