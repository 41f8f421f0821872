import { createNameRows } from '../../rows/name-rows.ts';
import type { People } from '../../world/people.ts';
import type { World } from '../../world/world.ts';

/** A person as IMDb's files of the demo have them. */
export interface KnownPerson {
  /** `nm…`; undefined for a person that only TMDB has. */
  nconst: string | undefined;
  /** The number that all draws about the person begin with. */
  salt: number;
  name: string;
  /** 0 if unknown. */
  birth: number;
  death: number;
  professions: readonly string[];
  isWoman: boolean;
  /** Place in the order of how much a person works; 0 is the busiest. */
  rank: number;
}

const NULL = '\\N';

/** The generated people by index; those beyond IMDb's last are the people that only TMDB has. */
export function createKnownPeople(world: World, people: People): (index: number) => KnownPerson {
  const rowOf = createNameRows(world, people);
  return (index) => {
    const [nconst, name = '', birth, death, professions = ''] = rowOf(index).trimEnd().split('\t');
    const rank = people.rankAt(index);
    return {
      nconst: index < world.names.size ? nconst : undefined,
      salt: index,
      name,
      birth: birth === NULL ? 0 : Number(birth),
      death: death === NULL ? 0 : Number(death),
      professions: professions === NULL ? [] : professions.split(','),
      isWoman: people.isActress(rank),
      rank,
    };
  };
}
