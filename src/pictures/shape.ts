/** An element of SVG. */
export interface Shape {
  tag: 'rect' | 'circle' | 'ellipse' | 'text';
  attributes: Readonly<Record<string, string | number>>;
  /** What a `text` says. */
  text?: string;
}

/** A picture: the width and height of its coordinates, and what is drawn one above the other. */
export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
}
