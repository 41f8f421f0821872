import type { JSX } from 'preact';

/** A text in which the parts that begin with the words of a query are marked; case and accents do not matter. */
export function Marked({ text, query }: { text: string; query: string }): JSX.Element {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const parts = text.split(/(?<=\s|[-'’])/);
  return (
    <>
      {parts.map((part) => {
        const word = words.find((one) => folded(part).startsWith(one));
        if (word === undefined) return part;
        const length = lengthOf(part, word);
        return (
          <>
            <mark>{part.slice(0, length)}</mark>
            {part.slice(length)}
          </>
        );
      })}
    </>
  );
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Length of the shortest beginning of a text that folds to a word. */
function lengthOf(text: string, word: string): number {
  for (let length = 1; length < text.length; length++)
    if (folded(text.slice(0, length)).length >= word.length) return length;
  return text.length;
}
