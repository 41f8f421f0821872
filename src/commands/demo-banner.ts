const QUERY =
  '{ title(id: "tt0900001") { primaryTitle rating { average votes } cast(first: 3) { nodes { person { primaryName } } } } }';

export interface DemoBanner {
  url: string;
  /** As it was given. */
  dataDir: string;
  /** The made-up TMDB that was mirrored; undefined if there is none. */
  tmdbUrl: string | undefined;
}

/** What a demo says when it is there: what it shows, where, a query to try, and how to stop it. */
export function demoBanner({ url, dataDir, tmdbUrl }: DemoBanner): string {
  const lines = [
    ['Data', `made-up films and people, in ${dataDir}`],
    ...(tmdbUrl === undefined ? [] : [['TMDB', `made up too, mirrored from ${tmdbUrl}, where the pictures are`]]),
    ['Web app', url.replace('127.0.0.1', 'localhost')],
    ['GraphiQL', `${url.replace('127.0.0.1', 'localhost')}/graphql`],
    ['Try', QUERY],
    ['Stop', 'Ctrl+C; the next start takes a second'],
  ];
  return `\n${lines.map(([name = '', text = '']) => `  ${name.padEnd(10)}${text}`).join('\n')}\n\n`;
}
