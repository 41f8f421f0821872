import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { send } from '../../data/send.ts';
import { StartIngestDocument } from '../../generated/admin/graphql.ts';
import type { IngestStep } from '../../generated/admin/graphql.ts';
import { labelOf } from '../../words/labels.ts';
import { ActionButton, Outcome } from './action-button.tsx';
import { Check } from './check.tsx';
import { startWords } from './outcome-words.ts';
import { STEPS } from './run-progress.tsx';
import { useAction } from './use-action.ts';

/** Begins a run of all steps, or of those that are ticked. */
export function StartRun({ reload }: { reload: () => void }): JSX.Element {
  const action = useAction(reload);
  const [steps, setSteps] = useState<ReadonlySet<IngestStep>>(new Set(STEPS));
  const [force, setForce] = useState(false);

  function start(): void {
    const chosen = STEPS.filter((step) => steps.has(step));
    const isWhole = chosen.length === STEPS.length;
    action.run(async () => {
      const { startIngest } = await send(StartIngestDocument, { force, ...(!isWhole && { steps: chosen }) });
      return startWords(startIngest);
    });
  }

  return (
    <form
      class="mt-3"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <fieldset class="flex flex-wrap gap-x-4 gap-y-1">
        <legend class="mb-1 text-sm text-soft">Steps of a new run</legend>
        {STEPS.map((step) => (
          <Check
            key={step}
            isOn={steps.has(step)}
            onChange={(isOn) => setSteps(new Set(isOn ? [...steps, step] : [...steps].filter((one) => one !== step)))}
          >
            {labelOf(step)}
          </Check>
        ))}
      </fieldset>
      <div class="my-2">
        <Check isOn={force} onChange={setForce}>
          Force: also where nothing has changed or a guard refuses the data
        </Check>
      </div>
      <ActionButton action={action} isMain onClick={start}>
        Start a run
      </ActionButton>
      <Outcome action={action} />
    </form>
  );
}
