import { readFileSync } from 'node:fs';

import { readExamples } from '../../src/service/examples.ts';
import { describeSettings } from '../../src/settings.ts';

/** README with the parts that are made from the code put in anew: the examples and the table of settings. */
export function withMadeParts(readme: string): string {
  return withPart(withPart(readme, 'examples', examples()), 'settings', settings());
}

/** README as it is. */
export function readReadme(): string {
  return readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
}

/** The text of README's block of code in that language that begins with a comment naming that file. */
export function readmeBlock(language: string, file: string): string {
  const blocks = [...readReadme().matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  const found = blocks.find(([, words, text]) => words === language && text?.split('\n', 1)[0]?.endsWith(file));
  if (found?.[2] === undefined) throw new Error(`README has no ${language} block of ${file}`);
  return found[2];
}

/** The cells of each row of README's table whose first column is named so. */
export function readmeTable(firstColumn: string): string[][] {
  const lines = readReadme().split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${firstColumn} `));
  if (start < 0) throw new Error(`README has no table of "${firstColumn}"`);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/** `.env.example`: every setting with its default, as a comment. */
export function envExample(): string {
  const lines = describeSettings().map(
    ({ name, fallback, meaning }) => `# ${meaning.replaceAll('`', '')}\n#${name}=${fallback}\n`,
  );
  return `# Copy to .env and take away the # before what you set. Times are seconds.\n\n${lines.join('\n')}`;
}

function examples(): string {
  return readExamples()
    .map(({ title, query }) => `**${title}**\n\n\`\`\`graphql\n${query.trim()}\n\`\`\``)
    .join('\n\n');
}

function settings(): string {
  const rows = describeSettings().map(({ name, fallback, meaning }) => {
    const value = fallback === '' ? '' : `\`${fallback}\``;
    return `| \`${name}\` | ${value} | ${meaning} |`;
  });
  return ['| setting | default | what it is |', '| --- | --- | --- |', ...rows].join('\n');
}

function withPart(readme: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const before = readme.slice(0, readme.indexOf(begin) + begin.length);
  return `${before}\n\n${text}\n\n${readme.slice(readme.indexOf(end))}`;
}
