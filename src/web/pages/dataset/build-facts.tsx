import type { JSX } from 'preact';

import type { BuildFragment } from '../../generated/graphql.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { asAge, asNumber, asTime } from '../../words/format.ts';
import { buildTime } from './build-time.ts';

/** The build that is served: its id and age, who the data belongs to, and the builds before it. */
export function BuildFacts({ build }: { build: BuildFragment }): JSX.Element {
  const { buildId, builtAt, version, attribution, licence, previousBuildIds } = build;
  return (
    <div class="panel mt-4">
      <p>{attribution}</p>
      <p class="mt-1 break-words text-soft">{licence}</p>
      <Facts>
        <Fact name="Built">
          {asTime(builtAt)} <span class="whitespace-nowrap text-soft">({asAge(builtAt)})</span>
        </Fact>
        <Fact name="Build">
          <code class="text-sm break-all">{buildId}</code>
        </Fact>
        <Fact name="Version">{asNumber(version)}</Fact>
        <Fact name="Earlier builds with known changes">
          {previousBuildIds.length === 0 ? 'none' : previousBuildIds.map(buildTime).join(', ')}
        </Fact>
      </Facts>
    </div>
  );
}
