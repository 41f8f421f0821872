import { ClientError } from '../../../errors.ts';
import type { Allowance } from '../../engine/allowance.ts';
import { limitHeaders } from './limit-headers.ts';
import { COST, REQUESTS } from './rate-rules.ts';
import type { RateRule } from './rate-rules.ts';
import type { UsageCounts } from './usage-counts.ts';
import type { Usage } from './usage-store.ts';

/** The rate limits of a client, for the length of one request. */
export interface ClientAllowance extends Allowance {
  /**
   * Takes a request.
   * @throws ClientError `RATE_LIMITED`
   */
  takeRequest(): Promise<void>;
  /** The `RateLimit-Policy` header with all limits, and `RateLimit` with those that this request has taken of. */
  headers(): Record<string, string>;
}

export interface AllowanceOptions {
  /** Key of the client. */
  key: string;
  counts: UsageCounts;
}

interface Taken {
  rule: RateRule;
  amount: number;
  usage: Usage | undefined;
}

export function createAllowance(rules: readonly RateRule[], { key, counts }: AllowanceOptions): ClientAllowance {
  const known = new Map<RateRule, Usage>();

  /** Adds first and gives back if that was too much: with a look before, two requests could take the same rest. */
  async function take(amountOf: (rule: RateRule) => number): Promise<void> {
    const uses = rules.map((rule) => ({ rule, amount: amountOf(rule) })).filter(({ amount }) => amount > 0);
    const never = uses.find(({ rule, amount }) => amount > rule.limit);
    if (never !== undefined) throw tooLarge(never);
    const taken = await Promise.all(
      uses.map(async ({ rule, amount }) => ({ rule, amount, usage: await add({ rule, amount }) })),
    );
    const refused = taken.filter(({ rule, usage }) => usage !== undefined && usage.used > rule.limit);
    if (refused.length === 0) return;
    await Promise.all(taken.map(({ rule, amount }) => add({ rule, amount: -amount })));
    throw tooSoon(refused.reduce((one, other) => (resetMs(other) > resetMs(one) ? other : one)));
  }

  async function add({ rule, amount }: { rule: RateRule; amount: number }): Promise<Usage | undefined> {
    const usage = await counts.add(rule, { key, amount });
    if (usage !== undefined) known.set(rule, usage);
    return usage;
  }

  return {
    takeRequest: () => take(({ name }) => (name === REQUESTS ? 1 : 0)),
    takeOperation: ({ points, rootFields }) =>
      take(({ name }) => {
        if (name === COST) return Math.ceil(points);
        return name === REQUESTS ? 0 : rootFields.filter((field) => field === name).length;
      }),
    left: () =>
      Promise.all(
        rules.map(async (rule) => {
          const { used, resetMs: ms } = (await counts.get(rule, key)) ?? { used: 0, resetMs: 0 };
          const { name, role = null, limit, windowSeconds } = rule;
          return { name, role, limit, windowSeconds, remaining: Math.max(0, limit - used), resetSeconds: seconds(ms) };
        }),
      ),
    headers: () => limitHeaders(rules, known),
  };
}

const resetMs = ({ usage }: Taken): number => usage?.resetMs ?? 0;
const seconds = (ms: number): number => Math.ceil(Math.max(0, ms) / 1000);
const WINDOWS: Readonly<Record<number, string>> = { 1: 'a second', 60: 'a minute', 3600: 'an hour' };

function tooSoon({ rule, amount, usage }: Taken): ClientError {
  const retryAfterSeconds = Math.max(1, seconds(usage?.resetMs ?? 0));
  const left = Math.max(0, rule.limit - ((usage?.used ?? 0) - amount));
  const message = `${whatTakes(rule, amount)}, and ${left} of ${allowed(rule)} are left: try again in ${retryAfterSeconds} s.`;
  return new ClientError('RATE_LIMITED', message, { retryAfterSeconds });
}

function tooLarge({ rule, amount }: { rule: RateRule; amount: number }): ClientError {
  const message = `${whatTakes(rule, amount)}, and a client may take ${allowed(rule)} (RATE_LIMITS): ask for less in one request.`;
  return new ClientError('COST_LIMIT_EXCEEDED', message);
}

function whatTakes({ name }: RateRule, amount: number): string {
  if (name === REQUESTS) return 'Too many requests were sent';
  if (name === COST) return `This operation costs ${amount} points`;
  return `This operation asks for ${name} ${amount === 1 ? 'once' : `${amount} times`}`;
}

function allowed({ limit, windowSeconds }: RateRule): string {
  return `${limit} ${WINDOWS[windowSeconds]}`;
}
