import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { tokenOfTab, useToken } from '../../data/token.ts';
import { ForgetToken } from '../../parts/forget-token.tsx';
import { Heading } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { TokenForm } from '../../parts/token-form.tsx';
import { AuditLog } from './audit-log.tsx';
import { Builds } from './builds.tsx';
import { Exports } from './exports.tsx';
import { Runs } from './runs.tsx';
import { SourceFiles } from './source-files.tsx';
import { Troubles } from './troubles.tsx';
import { useAdministration } from './use-administration.ts';

/** Runs, builds, source files, exports and the audit log, at `/admin`, for those who have a token of the role ADMIN. */
export function AdminPage(): JSX.Element {
  // With another token everything begins anew.
  return <Office key={useToken()} />;
}

function Office(): JSX.Element {
  const [hasToken] = useState(() => tokenOfTab() !== undefined);
  return hasToken ? <Desk /> : <Door />;
}

/** Asks for the token, and for nothing else: without one there is nothing to see. */
function Door(): JSX.Element {
  useEffect(() => {
    document.title = 'Administration · marquee';
  }, []);
  return (
    <Main>
      <Heading class="mt-4">Administration</Heading>
      <div class="panel mt-4 max-w-2xl">
        <p>Runs, builds and source files are for who has a token of the role ADMIN.</p>
        <TokenForm />
      </div>
    </Main>
  );
}

function Desk(): JSX.Element {
  const administration = useAdministration();
  const { data, status, isLive, warnings, problem, reload } = administration;
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere) document.title = 'Administration · marquee';
  }, [isThere]);
  if (data === undefined)
    return (
      <Main isBusy={problem === undefined}>
        {problem === undefined ? <p class="sr-only">Loading …</p> : <Problem problem={problem} retry={reload} />}
      </Main>
    );
  return (
    <Main>
      <div class="mt-4 flex flex-wrap items-baseline justify-between gap-2">
        <Heading>Administration</Heading>
        <ForgetToken />
      </div>
      {problem !== undefined && (
        <p class="mt-4 text-bad" role="alert">
          This is what was known before: {problem.message}
        </p>
      )}
      <Troubles data={data} warnings={warnings} />
      <Runs status={status} runs={data.ingestRuns ?? []} isLive={isLive} reload={reload} />
      <Builds builds={data.builds ?? []} reload={reload} />
      {data.datasets !== null && <SourceFiles datasets={data.datasets} reload={reload} />}
      <Exports targets={data.exportTargets ?? []} reload={reload} />
      <AuditLog entries={data.auditLog ?? []} />
    </Main>
  );
}

function Main({ isBusy = false, children }: { isBusy?: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <main class="content" aria-busy={isBusy}>
      {children}
    </main>
  );
}
