import type { JSX } from 'preact';

import type { PersonNameFragment } from '../../generated/graphql.ts';
import { Picker } from '../../parts/picker.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { countOf } from '../../words/count-of.ts';
import { numberOf, STEPS, USUAL_STEPS, viaNameOf, VIAS } from './path-choice.ts';

/** People of the page's query: undefined where none is asked for, null where there is none. */
type Picked = PersonNameFragment | null | undefined;

/** Who is to be connected, over what, and in how many steps. Each choice changes the address, and the path with it. */
export function PathForm({ from, to }: { from: Picked; to: Picked }): JSX.Element {
  const { values, withValues, change } = useQueryString();
  const isWhole = Boolean(values['from'] && values['to']);
  return (
    <section class="panel no-print" aria-label="People to connect">
      <div class="flex flex-wrap items-end gap-3">
        <Picker
          label="From"
          name={from?.primaryName ?? ''}
          types={['PERSON']}
          placeholder="Somebody’s name"
          hasFocus={!values['from']}
          onPick={(id) => change({ from: id, alternatives: undefined })}
        />
        {isWhole && (
          <a
            class="button"
            href={withValues({ from: values['to'], to: values['from'] })}
            aria-label="Swap the two people"
          >
            <span aria-hidden="true">⇄</span>
          </a>
        )}
        <Picker
          label="To"
          name={to?.primaryName ?? ''}
          types={['PERSON']}
          placeholder="Somebody else’s"
          hasFocus={Boolean(values['from']) && !values['to']}
          onPick={(id) => change({ to: id, alternatives: undefined })}
        />
      </div>
      <div class="mt-4 flex flex-wrap items-center justify-between gap-3">
        <ul class="flex flex-wrap gap-2" aria-label="What the path may lead over">
          {[...VIAS].map(([name, { words }]) => (
            <li key={name}>
              <a
                class={name === viaNameOf(values['via']) ? 'chip-on' : 'chip'}
                aria-current={name === viaNameOf(values['via'])}
                href={withValues({ via: name === 'any' ? undefined : name, alternatives: undefined })}
              >
                {words}
              </a>
            </li>
          ))}
        </ul>
        <StepsSelect />
      </div>
    </section>
  );
}

function StepsSelect(): JSX.Element {
  const { values, change } = useQueryString();
  const chosen = numberOf(values['maxDegrees'], USUAL_STEPS);
  const choices = [...new Set([...STEPS, chosen])].sort((a, b) => a - b);
  return (
    <label class="flex items-center gap-2 text-sm text-soft">
      At most
      <select
        class="field"
        value={chosen}
        onChange={({ currentTarget: { value } }) =>
          change({ maxDegrees: Number(value) === USUAL_STEPS ? undefined : value })
        }
      >
        {choices.map((steps) => (
          <option key={steps} value={steps}>
            {countOf(steps, 'step')}
          </option>
        ))}
      </select>
    </label>
  );
}
