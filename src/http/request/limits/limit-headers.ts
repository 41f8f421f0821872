import { COST } from './rate-rules.ts';
import type { RateRule } from './rate-rules.ts';
import type { Usage } from './usage-store.ts';

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers, lists of RFC 9651: `RateLimit-Policy` has the quota (`q`) and the
 * window in seconds (`w`) of each policy, `RateLimit` what remains (`r`) and the seconds until the window ends (`t`).
 * Points of cost are none of the registered units (`qu`), so that their policies have a parameter of our own.
 */
export function limitHeaders(rules: readonly RateRule[], known: ReadonlyMap<RateRule, Usage>): Record<string, string> {
  const policies = rules.map(({ policy, name, limit, windowSeconds }) => {
    const unit = name === COST ? ';marquee-unit="points"' : '';
    return `"${policy}";q=${limit};w=${windowSeconds}${unit}`;
  });
  const limits = [...known].map(([{ policy, limit }, { used, resetMs }]) => {
    const [remaining, reset] = [Math.max(0, limit - used), Math.ceil(Math.max(0, resetMs) / 1000)];
    return `"${policy}";r=${remaining};t=${reset}`;
  });
  return {
    'ratelimit-policy': policies.join(', '),
    ...(limits.length > 0 && { ratelimit: limits.join(', ') }),
  };
}
