import type { Craft, People } from '../world/people.ts';
import { makePersonName } from '../text/person-names.ts';
import { Dice } from '../chance/random.ts';
import type { World } from '../world/world.ts';
import { PROFESSIONS } from '../text/words-english.ts';

const NULL = '\\N';
const NAME_STREAM = 91;
const THIS_YEAR = 2026;
const LAST_PARENT_YEAR = 1995;

/** The row of a person in name.basics, by index in the order of ids. */
export function createNameRows(world: World, people: People): (index: number) => string {
  const dice = new Dice(world.seed);
  return (index) => {
    const rank = people.rankAt(index);
    dice.roll(NAME_STREAM, index);
    const woman = people.isActress(rank);
    const craft = rank < people.credited ? people.craftOf(rank) : undefined;
    const name = makePersonName(dice, woman);
    const [birth, death] = lifetime(rank);
    return `${world.names.text(index)}\t${name}\t${birth}\t${death}\t${professions(craft, woman)}\t${knownFor(rank)}\n`;
  };

  function lifetime(rank: number): [birth: string, death: string] {
    if (!dice.chance(rank < people.pooled ? 0.2 : 0.022)) return [NULL, NULL];
    const title = rank < people.credited ? people.debutTitle(rank) : dice.below(world.titles.size);
    const active = world.yearOf(world.unitOf(title)) || LAST_PARENT_YEAR;
    const birth = active - 18 - dice.below(35);
    const death = birth + 38 + dice.below(60);
    return [String(birth), death <= THIS_YEAR && dice.chance(0.8) ? String(death) : NULL];
  }

  function professions(craft: Craft | undefined, woman: boolean): string {
    const first =
      craft === undefined ? dice.pickEarly(PROFESSIONS) : craft === 'cast' ? (woman ? 'actress' : 'actor') : craft;
    const u = dice.unit();
    if (craft === undefined && u < 0.2) return u < 0.03 ? '' : NULL;
    if (u < 0.7) return first;
    const second = dice.pickEarly(PROFESSIONS);
    const third = dice.pick(PROFESSIONS);
    const list = [...new Set(u < 0.9 ? [first, second] : [first, second, third])];
    return list.join(',');
  }

  /** Titles with a credit of the person; people without credits get a title too, as small crew do at IMDb. */
  function knownFor(rank: number): string {
    if (rank >= people.credited) return dice.chance(0.7) ? world.titles.text(dice.below(world.titles.size)) : NULL;
    const known: string[] = [];
    const craft = people.craftOf(rank);
    for (const unit of people.turns(rank, 3)) {
      const title = world.titleOfUnit(unit);
      const usable = craft === 'cast' || !world.isSeries(unit);
      if (usable && title < world.titles.size && world.hasPrincipals(title)) known.push(world.titles.text(title));
    }
    const debut = people.debutTitle(rank);
    if (world.hasPrincipals(debut)) known.push(world.titles.text(debut));
    return known.length > 0 ? [...new Set(known)].join(',') : NULL;
  }
}
