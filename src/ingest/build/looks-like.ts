/** What a file looks like that has such a value, as the end of a sentence; undefined where nothing can be said. */
export function looksLike(value: string): string | undefined {
  if (/^".*"$/s.test(value)) {
    return 'as spreadsheets and pandas save it, in the quotes of CSV: the files of IMDb are not quoted';
  }
  if (/^-?[0-9]+\.0$/.test(value)) {
    return 'as pandas saves it, with whole numbers as 1999.0: the files of IMDb have no decimal point there';
  }
  if (/^(nan|n\/a|na|none|null|nil)$/i.test(value)) {
    return `as other programs save it, with ${value} where there is nothing: the files of IMDb have \\N there`;
  }
  if (/^\['/.test(value)) return 'as Python prints it, with lists in single quotes: the files of IMDb have JSON there';
  return undefined;
}
