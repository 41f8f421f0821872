import type { Folders } from '../../src/dataset/builds/paths.ts';
import { openGateway } from '../support/gateway.ts';

/** One of each way to read a build: documents, lists, search, facets, paths, aggregates. */
const QUERIES = [
  '{ title(id: "tt0000001") { primaryTitle originalTitle genres rating { average votes } akas { nodes { title } } } }',
  '{ person(id: "nm0000002") { primaryName credits { nodes { category characters title { primaryTitle } } } } }',
  '{ titles(first: 10) { nodes { id primaryTitle startYear } } }',
  '{ search(query: "film", first: 5) { nodes { __typename } } }',
];

/** The answers of a server that is started over a data folder, byte by byte. */
export async function goldenAnswers(folders: Folders): Promise<string[]> {
  const gateway = await openGateway(folders, { compare: false });
  try {
    const answers = [];
    for (const query of QUERIES) {
      const { data, errors } = await gateway.query(query);
      if (errors !== undefined) throw new Error(`${query}: ${JSON.stringify(errors)}`);
      answers.push(JSON.stringify(data));
    }
    return answers;
  } finally {
    await gateway.close();
  }
}
