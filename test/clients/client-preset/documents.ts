import { graphql, readFragment } from './generated/index.ts';
import type { FragmentType } from './generated/index.ts';

/** A fragment: whoever shows a line of a title says here what the line needs, and nobody else sees it. */
export const TitleLine = graphql(`
  fragment TitleLine on Title {
    id
    primaryTitle
    startYear
  }
`);

export const Film = graphql(`
  query Film($id: ID!) {
    title(id: $id) {
      ...TitleLine
    }
  }
`);

export const Dramas = graphql(`
  query Dramas($filter: TitleFilter!, $first: Int!, $after: String) {
    titles(filter: $filter, orderBy: [{ field: VOTES }], first: $first, after: $after) {
      edges {
        node {
          ...TitleLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function titleLine(title: FragmentType<typeof TitleLine>): string {
  const { primaryTitle, startYear } = readFragment(TitleLine, title);
  return `${primaryTitle} (${startYear ?? 'no year'})`;
}
