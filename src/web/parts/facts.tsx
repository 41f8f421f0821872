import type { ComponentChildren, JSX } from 'preact';

/** Facts in columns, each with its name above it. */
export function Facts({ children }: { children: ComponentChildren }): JSX.Element {
  return <dl class="mt-4 grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">{children}</dl>;
}

/** One of them; nothing where it is not known. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element | null {
  if (children === null || children === undefined || children === false || children === '') return null;
  return (
    <div>
      <dt class="text-sm text-soft">{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
