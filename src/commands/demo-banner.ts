const QUERY =
  '{ title(id: "tt0900001") { primaryTitle rating { average votes } cast(first: 3) { nodes { person { primaryName } } } } }';

/** What a demo says when it is there: what it shows, where, a query to try, and how to stop it. */
export function demoBanner({ url, dataDir }: { url: string; dataDir: string }): string {
  const lines = [
    ['Data', `made-up films and people, in ${dataDir}`],
    ['Web app', url.replace('127.0.0.1', 'localhost')],
    ['GraphiQL', `${url.replace('127.0.0.1', 'localhost')}/graphql`],
    ['Try', QUERY],
    ['Stop', 'Ctrl+C; the next start takes a second'],
  ];
  return `\n${lines.map(([name = '', text = '']) => `  ${name.padEnd(10)}${text}`).join('\n')}\n\n`;
}
