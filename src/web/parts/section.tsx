import type { ComponentChildren, JSX } from 'preact';

export interface SectionProps {
  title: string;
  /** A link or a control at the end of the heading's line. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** A part of a page below its heading. */
export function Section({ title, aside, children }: SectionProps): JSX.Element {
  return (
    <section class="mt-8 break-inside-avoid-page" aria-label={title}>
      <div class="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line pb-1">
        <h2>{title}</h2>
        {aside !== undefined && <div class="text-sm">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
