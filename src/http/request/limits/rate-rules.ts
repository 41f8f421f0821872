import type { Role } from '../../../graphql/base/client.ts';

/** What clients of one role may use in one window: requests, points of cost, or one root field. */
export interface RateRule {
  /** Name among all rules, such as `reader.cost/min`. */
  id: string;
  /** Name among the rules of one role, such as `cost/min`. */
  policy: string;
  /** Undefined for all roles but ADMIN. */
  role: Role | undefined;
  /** `requests`, `cost`, or the name of a root field. */
  name: string;
  /** Requests, points, or occurrences of the field. */
  limit: number;
  windowSeconds: number;
}

export const REQUESTS = 'requests';
export const COST = 'cost';

const ENTRY = /^(?:(anonymous|reader|admin)\.)?([a-z_]\w*):(\d{1,10})\/(s|min|h)$/i;
const WINDOW_SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };

/** Reads an entry of `RATE_LIMITS`, such as `search:30/min`; undefined if it is none. */
export function parseRateRule(text: string): RateRule | undefined {
  const [, role, name = '', limit, unit = ''] = ENTRY.exec(text) ?? [];
  const windowSeconds = WINDOW_SECONDS[unit];
  if (windowSeconds === undefined || Number(limit) === 0) return undefined;
  const policy = `${name}/${unit}`;
  const id = role === undefined ? policy : `${role.toLowerCase()}.${policy}`;
  return { id, policy, role: role?.toUpperCase() as Role | undefined, name, limit: Number(limit), windowSeconds };
}

/**
 * The rules for clients of a role: those that name it, and those without a role whose name no rule of the role has.
 * Administrators have only rules that name them.
 */
export function rulesOf(role: Role, rules: readonly RateRule[]): RateRule[] {
  const own = rules.filter((rule) => rule.role === role);
  const names = new Set(own.map(({ name }) => name));
  return rules.filter(
    (rule) => rule.role === role || (rule.role === undefined && role !== 'ADMIN' && !names.has(rule.name)),
  );
}
