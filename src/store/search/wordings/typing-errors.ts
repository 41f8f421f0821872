/**
 * How many typing errors make one word of another: letters too many, missing or wrong, or two neighbours that changed
 * places (the distance of Damerau and Levenshtein, by Lowrance and Wagner's algorithm).
 */
export function typingErrors(one: readonly string[], other: readonly string[]): number {
  const width = other.length + 2;
  const most = one.length + other.length;
  // Row and column 0 are out of reach, those of 1 are of empty words.
  const errors = new Uint16Array((one.length + 2) * width).fill(most);
  const at = (row: number, column: number): number => errors[row * width + column] ?? most;
  for (let row = 0; row <= one.length; row += 1) errors[(row + 1) * width + 1] = row;
  for (let column = 0; column <= other.length; column += 1) errors[width + column + 1] = column;
  const lastRowOf = new Map<string, number>();
  for (let row = 1; row <= one.length; row += 1) {
    const letter = one[row - 1] ?? '';
    let lastColumn = 0;
    for (let column = 1; column <= other.length; column += 1) {
      const lastRow = lastRowOf.get(other[column - 1] ?? '') ?? 0;
      const isSame = letter === other[column - 1];
      const changedPlaces = at(lastRow, lastColumn) + (row - lastRow - 1) + 1 + (column - lastColumn - 1);
      const wrong = at(row, column) + (isSame ? 0 : 1);
      errors[(row + 1) * width + column + 1] = Math.min(
        wrong,
        at(row + 1, column) + 1,
        at(row, column + 1) + 1,
        changedPlaces,
      );
      if (isSame) lastColumn = column;
    }
    lastRowOf.set(letter, row);
  }
  return at(one.length + 1, other.length + 1);
}
