import { expect, test } from 'vitest';

import { coverDrawing } from '../../src/pictures/cover-drawing.ts';
import { portraitDrawing } from '../../src/pictures/portrait-drawing.ts';
import { svgText } from '../../src/pictures/svg-text.ts';

const FILM = { id: 'tt0900001', title: 'Midnight at the Orpheum', genres: ['DRAMA', 'MYSTERY'], font: 'serif' };

test('coverDrawing draws the same cover for the same title, and others for others', () => {
  expect(coverDrawing(FILM)).toEqual(coverDrawing({ ...FILM }));
  expect(coverDrawing({ ...FILM, id: 'tt0900002' })).not.toEqual(coverDrawing(FILM));
  expect(coverDrawing(FILM).shapes.map(({ tag }) => tag)).toEqual([
    'rect',
    'rect',
    'rect',
    'rect',
    'circle',
    'rect',
    'text',
  ]);
});

test('drawings have the letters of titles and names in any script', () => {
  expect(['The Lighthouse', 'A', '灯台 守', '…', 'Брат 2'].map(letters)).toEqual(['L', 'A', '灯守', '', 'Б2']);
  expect(['Marguerite Vallon', 'Q', 'Tomás de la Cruz', '4'].map(initials)).toEqual(['MV', 'Q', 'TC', '']);
});

test('svgText writes a file of SVG, in which no text is markup', () => {
  const attributes = { x: 1, fill: 'a"b<c&d' };
  const drawing = { width: 2, height: 3, shapes: [{ tag: 'text' as const, attributes, text: '<script>&' }] };
  expect(svgText(drawing)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"><text x="1" fill="a&quot;b&lt;c&amp;d">&lt;script>&amp;</text></svg>',
  );
});

function letters(title: string): string | undefined {
  return coverDrawing({ ...FILM, title }).shapes.at(-1)?.text;
}

function initials(name: string): string | undefined {
  return portraitDrawing({ id: '1', name, font: '' }).shapes.at(-1)?.text;
}
