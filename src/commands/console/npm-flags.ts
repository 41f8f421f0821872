import { Option } from 'commander';

import { UsageError } from '../../errors.ts';

/** Flags that people give to `npm run`, which takes them for its own where no `--` stands before them. */
const NAMES = ['port', 'scale', 'seed', 'data-dir'] as const;

/** A flag that is also understood as npm hands it on: of `npm run demo --port=4253`, without `--`. */
export function flag(flags: `--${(typeof NAMES)[number]} <${string}>`, description: string): Option {
  const option = new Option(flags, description);
  return option.env(variableOf(option.name()));
}

/** A flag without a value that is also understood as npm hands it on: of `npm run demo --tmdb`, without `--`. */
export function switchOf(name: `--${string}`, description: string): Option {
  const option = new Option(name, description).default(false);
  return option.env(variableOf(option.name()));
}

/**
 * Refuses flags of which npm has kept the name and handed on the value alone: of `npm run demo --port 4253`.
 * @throws UsageError with the form that works.
 */
export function refuseLostFlags(variables: NodeJS.ProcessEnv): void {
  const lost = NAMES.find((name) => variables[variableOf(name)] === 'true');
  if (lost === undefined) return;
  throw new UsageError(
    `npm has taken --${lost} for a flag of its own. Put -- before the flags: npm run ${variables['npm_lifecycle_event'] ?? 'demo'} -- --${lost} …`,
  );
}

function variableOf(name: string): string {
  return `npm_config_${name.replaceAll('-', '_')}`;
}
