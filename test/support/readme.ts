import { readExamples } from '../../src/commands/examples.ts';
import { describeSettings } from '../../src/settings.ts';

/** README with the parts that are made from the code put in anew: the examples and the table of settings. */
export function withMadeParts(readme: string): string {
  return withPart(withPart(readme, 'examples', examples()), 'settings', settings());
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
