import type { Drawing } from './shape.ts';

/** A drawing as a file of SVG. `view` shows a part of it: `0 40 200 112`. */
export function svgText({ width, height, shapes }: Drawing, view = `0 0 ${width} ${height}`): string {
  const drawn = shapes.map(({ tag, attributes, text }) => {
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
    return `<${tag}${written.join('')}${text === undefined ? '/>' : `>${escaped(text)}</${tag}>`}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}">${drawn.join('')}</svg>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
