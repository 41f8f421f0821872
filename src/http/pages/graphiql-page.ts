import type { Assets } from './graphiql-assets.ts';

/** An example document; GraphiQL opens with one tab for each. */
export interface Example {
  /** One line, shown as a comment above the document. */
  title: string;
  query: string;
}

export interface PageOptions {
  assets: Assets;
  examples: readonly Example[];
  /** Path of the assets, relative to the page. */
  folder: string;
}

/**
 * GraphiQL's page: some kilobytes of HTML that link to the assets. All links are relative, because a proxy may serve
 * the page below a prefix.
 */
export function graphiqlPage({ assets, examples, folder }: PageOptions): string {
  const link = (name: keyof Assets): string => `${folder}/${assets[name].fileName}`;
  const options = {
    title: 'marquee',
    defaultTabs: examples.map(({ title, query }) => ({ query: `# ${title}\n${query.trim()}\n` })),
    workers: {
      editorWorkerService: link('editor-worker.js'),
      json: link('json-worker.js'),
      graphql: link('graphql-worker.js'),
    },
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>marquee</title>
    <link rel="icon" href="${link('favicon.ico')}" />
    <link rel="stylesheet" href="${link('graphiql.css')}" />
  </head>
  <body id="body" class="no-focus-outline">
    <noscript>You need to enable JavaScript to run this app.</noscript>
    <div id="root"></div>
    <script id="options" type="application/json">${inScript(options)}</script>
    <script src="${link('graphiql.js')}"></script>
    <script src="${link('open-graphiql.js')}"></script>
  </body>
</html>
`;
}

/** JSON for a script element. `<` is escaped, so that no value can close the element. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
