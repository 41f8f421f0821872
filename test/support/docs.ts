import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { statementOf } from '../../src/export/questions/questions-file.ts';
import { QUESTIONS } from '../../src/export/questions/questions.ts';
import { readExamples } from '../../src/service/examples.ts';
import { describeSettings } from '../../src/settings.ts';

const ROOT_URL = new URL('../../', import.meta.url);

/** The folder of this repository. */
export const ROOT = fileURLToPath(ROOT_URL);

/** The settings that README shows; all of them are in deploy/SETTINGS.md. */
const README_SETTINGS: readonly string[] = [
  'DATA_DIR',
  'HOST',
  'PORT',
  'ALLOWED_HOSTS',
  'CORS_ORIGINS',
  'UPDATE_TIME',
  'UPDATE_TZ',
  'SCHEDULE',
  'KEEP_BUILDS',
  'WORKERS',
  'LOG_DIR',
  'WEBHOOK_URL',
];

/** What is made from the code, by file and by the name of the comments around it. `npm run codegen` writes it. */
const MADE_PARTS: Record<string, Record<string, () => string>> = {
  'README.md': { settings: () => settingsTable(README_SETTINGS) },
  'deploy/SETTINGS.md': { settings: () => settingsTable(describeSettings().map(({ name }) => name)) },
  'src/graphql/README.md': { examples },
  'deploy/EXPORTS.md': { questions },
  'deploy/CLIENTS.md': {
    documents: () => recipe('client-preset/documents.ts'),
    apollo: () => recipe('apollo/client.ts'),
    urql: () => recipe('urql/client.ts'),
    relay: () => recipe('relay/titles.ts'),
    'gql-tada': () => recipe('gql-tada/graphql.ts'),
    'client-preset': () => recipe('client-preset/codegen.ts'),
    request: () => recipe('client-preset/request.ts'),
    'graphql-request': () => recipe('graphql-request/main.ts'),
    python: () => recipe('python/main.py'),
    curl: () => recipe('curl/main.sh'),
    package: () => recipe('marquee-client/clients.ts'),
  },
};

export const DOCS_WITH_MADE_PARTS = Object.keys(MADE_PARTS);

/** The text of that file with the parts that are made from the code put in anew. */
export function withMadeParts(path: string): string {
  return Object.entries(MADE_PARTS[path] ?? {}).reduce(
    (text, [name, make]) => withPart(text, { name, part: make() }),
    readDoc(path),
  );
}

/** A file of this repository, by its path from the root. */
export function readDoc(path: string): string {
  return readFileSync(new URL(path, ROOT_URL), 'utf8');
}

/** Paths of all Markdown files of this repository, from the root. */
export function markdownFiles(): string[] {
  return globSync(['*.md', '{src,test,deploy}/**/*.md'], { cwd: ROOT, exclude: ['**/node_modules'] }).sort();
}

/** The texts of a Markdown file's blocks of code in that language. */
export function codeBlocks(path: string, language: string): string[] {
  return [...readDoc(path).matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, word]) => word === language)
    .map(([, , text = '']) => text);
}

/** The cells of each row of the file's table whose first column is named so. */
export function tableOf(path: string, firstColumn: string): string[][] {
  const lines = readDoc(path).split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${firstColumn} `));
  if (start < 0) throw new Error(`${path} has no table of "${firstColumn}"`);
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

function questions(): string {
  return QUESTIONS.map((question) => `\`\`\`sql\n${statementOf(question, 'postgres')}\`\`\``).join('\n\n');
}

/** The text of a file of a recipe, as a block of code. */
function recipe(path: string): string {
  const language = path.split('.').at(-1) ?? '';
  return `\`\`\`${language}\n${readDoc(`test/clients/${path}`)}\`\`\``;
}

/** @throws Error for a name that no setting has. */
function settingsTable(names: readonly string[]): string {
  const settings = new Map(describeSettings().map((setting) => [setting.name, setting]));
  const rows = names.map((name) => {
    const setting = settings.get(name);
    if (setting === undefined) throw new Error(`no setting is named ${name}`);
    const value = setting.fallback === '' ? '' : `\`${setting.fallback}\``;
    return `| \`${name}\` | ${value} | ${setting.meaning} |`;
  });
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** @throws Error where the text has no such comments. */
function withPart(text: string, { name, part }: { name: string; part: string }): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the part ${name} has no place`);
  return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`;
}
