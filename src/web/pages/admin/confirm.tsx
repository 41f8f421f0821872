import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';

import { ActionButton } from './action-button.tsx';
import type { Action } from './use-action.ts';

export interface ConfirmProps {
  action: Action;
  /** Words of the button that asks. */
  label: string;
  isOff?: boolean;
  /** What it is about, for those who hear the button alone. */
  of?: string;
  /** The question, and what follows from a yes. */
  question: string;
  children: ComponentChildren;
  /** Words of the button that does it. */
  yes: string;
  onYes: () => void;
}

/** A button for what cannot be undone, or what readers notice: it asks first, in a dialog that Escape closes. */
export function Confirm({
  action,
  label,
  isOff = false,
  of,
  question,
  children,
  yes,
  onYes,
}: ConfirmProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <ActionButton
        action={action}
        isOff={isOff}
        {...(of !== undefined && { of })}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </ActionButton>
      <dialog
        ref={dialog}
        class="m-auto max-w-lg rounded-lg border border-line bg-panel p-5 text-ink backdrop:bg-ink/50"
        aria-labelledby={`${id}-question`}
        aria-describedby={`${id}-words`}
      >
        <form method="dialog">
          <h3 id={`${id}-question`} class="mb-2 text-lg">
            {question}
          </h3>
          <div id={`${id}-words`} class="mb-4 break-words">
            {children}
          </div>
          <div class="flex flex-wrap gap-2">
            <button class="button" type="submit">
              Leave it
            </button>
            <button class="button-main" type="submit" onClick={onYes}>
              {yes}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
