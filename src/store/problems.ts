import { isIndexFile } from '../dataset/layout.ts';
import type { Damage } from '../storage/damage-marks.ts';

/** A sentence for each damaged file, for the operator, but for one that was said before. */
export function damageSentences(
  damages: readonly Damage[],
  {
    served,
    said,
  }: {
    /** The build that answers come from. */
    served: string | undefined;
    said: string | null;
  },
): string[] {
  const others = damages.filter(({ buildId, file }) => said?.includes(`build ${buildId}, whose ${file} `) !== true);
  return others.map(({ buildId, file, reason }) => {
    const what = `${file} of build ${buildId} ${reason}`;
    if (buildId !== served)
      return `${what}: that build is not whole, and ${isIndexFile(file) ? 'slower' : 'not served'}`;
    return isIndexFile(file)
      ? `${what}: answers are made without it, slower, until an ingest or \`npx marquee repair\` makes it anew`
      : `${what}: what needs it is refused, until an ingest or \`npx marquee repair\` makes it anew`;
  });
}
