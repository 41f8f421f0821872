import type { ComponentChildren, JSX } from 'preact';

import type { Action } from './use-action.ts';

export interface ActionButtonProps {
  action: Action;
  children: ComponentChildren;
  onClick: () => void;
  isMain?: boolean;
  /** Whether there is nothing to do it with now. */
  isOff?: boolean;
  /** What it is about, for those who hear the button alone. */
  of?: string;
}

/** Begins an action. While that cannot be, the button stays where the focus is, and does nothing. */
export function ActionButton(props: ActionButtonProps): JSX.Element {
  const { action, children, onClick, isMain = false, isOff = false, of } = props;
  const isDead = action.isBusy || isOff;
  return (
    <button
      class={`${isMain ? 'button-main' : 'button'} cursor-pointer aria-disabled:cursor-default aria-disabled:opacity-70`}
      type="button"
      aria-disabled={isDead}
      onClick={() => {
        if (!isDead) onClick();
      }}
    >
      {children}
      {of !== undefined && <span class="sr-only"> {of}</span>}
    </button>
  );
}

/** What came of an action, beside it: screen readers say it. */
export function Outcome({ action }: { action: Action }): JSX.Element {
  const { isBusy, said } = action;
  return (
    <div class="mt-2 text-sm" role="status">
      {isBusy && <p class="text-soft">Working …</p>}
      {said !== undefined && (
        <>
          <p class={`break-words ${said.isGood ? 'text-good' : 'text-bad'}`}>{said.words}</p>
          {said.lines !== undefined && said.lines.length > 0 && (
            <ul class="mt-1 list-disc pl-5">
              {said.lines.map((line) => (
                <li key={line} class="break-words">
                  {line}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
