import { isIndexFile, tableFile } from '../../dataset/builds/paths.ts';
import type { Damage } from '../../storage/damage/damage-marks.ts';

export interface DamageContext {
  /** The build that answers come from, and when it was made, in milliseconds since 1970. */
  served: { id: string; builtAt: number } | null;
  /** How a person has what is damaged made anew, in backquotes. */
  repair: string;
  /** What is said already. */
  said: string | null;
}

/** Tables that only lists of similar titles and comparisons need, see TmdbSimilarity. */
const FOR_SIMILARITY: ReadonlySet<string> = new Set([
  tableFile('tmdb_similar_titles'),
  tableFile('tmdb_feature_counts'),
]);

/** A sentence for each damaged file, for the operator, but for those that were said or made good. */
export function damageSentences(damages: readonly Damage[], { served, repair, said }: DamageContext): string[] {
  const until = `until an ingest or ${repair} makes it anew`;
  const isSaid = ({ buildId, file }: Damage): boolean => said?.includes(`build ${buildId}, whose ${file} `) === true;
  // What was known of other builds when the one that is served was made is made good by it.
  const isOver = ({ buildId, foundAt }: Damage): boolean =>
    served !== null && buildId !== served.id && foundAt < served.builtAt;
  return damages
    .filter((damage) => !isSaid(damage) && !isOver(damage))
    .map(({ buildId, file, reason }) => {
      const what = `${file} of build ${buildId} ${reason}`;
      if (buildId !== served?.id) return `${what}: that build is not served, and would not do`;
      if (isIndexFile(file)) return `${what}: answers are made without it, slower, ${until}`;
      return FOR_SIMILARITY.has(file)
        ? `${what}: similar titles and comparisons are those of IMDb's data alone, ${until}`
        : `${what}: what needs it is refused, ${until}`;
    });
}
