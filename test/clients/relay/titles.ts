import { graphql } from 'relay-runtime';

/** One line about a title. Every title is a Node, so that Relay fetches the line anew by its id alone. */
export const titleLine = graphql`
  fragment titles_line on Title @refetchable(queryName: "titlesLineQuery") {
    id
    primaryTitle
    startYear
  }
`;

/** @catch gives the errors of the field beside its value. */
export const film = graphql`
  query titlesFilmQuery($id: ID!) {
    title(id: $id) @catch {
      ...titles_line
    }
  }
`;

/** @connection makes one list of the pages of the same filter. */
export const dramas = graphql`
  query titlesDramasQuery($filter: TitleFilter!, $count: Int!, $cursor: String) {
    titles(filter: $filter, orderBy: [{ field: VOTES }], first: $count, after: $cursor)
      @connection(key: "dramas_titles", filters: ["filter"]) {
      edges {
        node {
          ...titles_line
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
