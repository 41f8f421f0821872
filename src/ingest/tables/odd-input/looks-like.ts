/** What a file looks like that has such a value, as a sentence; undefined where nothing can be said. */
export function looksLike(value: string): string | undefined {
  if (/^".*"$/s.test(value)) {
    return "it looks like a file in CSV's quotes, as spreadsheets and pandas save it; the files of IMDb are not quoted";
  }
  if (/^'.*'$/s.test(value)) {
    return 'it looks like a file that another program has saved with its texts in quotes; the files of IMDb are not quoted';
  }
  if (/^=".*"$/s.test(value)) {
    return 'it looks like a file whose texts are formulas for Excel; the files of IMDb have the texts alone';
  }
  if (/^b(".*"|'.*')$/s.test(value)) {
    return 'it looks like a file with the bytes of Python; the files of IMDb have the texts alone';
  }
  if (/^-?[0-9]+\.0$/.test(value)) {
    return 'it looks like a file that pandas has saved; the files of IMDb have whole numbers without a decimal point';
  }
  if (/^(nan|n\/a|na|none|null|nil)$/i.test(value)) {
    return `it looks like a file that has ${value} where there is nothing; the files of IMDb have \\N`;
  }
  if (value.startsWith("['")) {
    return 'it looks like a file with the lists of Python; the files of IMDb have JSON, or commas alone';
  }
  if (value.startsWith('["')) return 'it looks like a file with lists of JSON; those of IMDb have commas alone';
  return undefined;
}
