import type { ComponentChildren, JSX } from 'preact';

export interface CheckProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children: ComponentChildren;
}

/** A box to tick, with its words. */
export function Check({ isOn, onChange, children }: CheckProps): JSX.Element {
  return (
    <label class="inline-flex items-center gap-2 py-0.5">
      <input
        class="size-5 shrink-0 accent-accent"
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
