import { h } from 'preact';
import type { JSX } from 'preact';

import type { Drawing } from '../../pictures/shape.ts';

/** The shapes of a drawing, one above the other. */
export function Drawn({ shapes }: Pick<Drawing, 'shapes'>): JSX.Element {
  return <>{shapes.map(({ tag, attributes, text }) => h(tag, attributes, text))}</>;
}
