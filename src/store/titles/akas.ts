import { itemsIn } from '../../dataset/indexes/field-kinds.ts';
import { TITLE_AKA } from '../../dataset/indexes/document-fields.ts';
import type { Aka, AkaFilter } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import { materialisedList } from '../lists/materialised-list.ts';

/** Alternative titles of one title, in the order of the file. */
export interface Akas {
  akas: readonly Aka[];
}

/** A row without a text is no title: it is left out. */
export function decodeAkas(_titleId: number, text: string): Akas {
  const akas = itemsIn(text).flatMap((item): Aka[] => {
    const title = TITLE_AKA.title.of(item);
    if (title === null) return [];
    return [
      {
        ordering: TITLE_AKA.ordering.of(item),
        title,
        region: TITLE_AKA.region.of(item),
        language: TITLE_AKA.language.of(item),
        types: TITLE_AKA.types.of(item),
        attributes: TITLE_AKA.attributes.of(item),
        isOriginalTitle: TITLE_AKA.isOriginalTitle.of(item),
      },
    ];
  });
  return { akas: akas.sort((a, b) => a.ordering - b.ordering) };
}

export async function akasOfTitle(
  { akas }: { akas: (titleId: number) => Promise<Akas | null> },
  { titleId, filter }: { titleId: number; filter: AkaFilter },
): Promise<Pageable<Aka>> {
  const { region, language, type } = filter;
  const items = ((await akas(titleId))?.akas ?? []).filter(
    (aka) =>
      (region === undefined || aka.region === region) &&
      (language === undefined || aka.language === language) &&
      (type === undefined || aka.types.includes(type)),
  );
  return materialisedList({
    name: `title.akas ${titleId}`,
    items,
    terms: [{ name: 'ORDERING', direction: 'ASC', type: 'number', of: ({ ordering }) => ordering }],
    sorted: true,
  });
}

/**
 * The title under which a market or a readership knows it. Both wishes must be met where both are given; a row that
 * IMDb displays comes before one that is not, and one without attributes ("short version") before one with them.
 */
export function displayTitle(akas: readonly Aka[], wanted: { region?: string; language?: string }): string | null {
  const fitting = akas.filter(
    ({ region, language }) =>
      (wanted.region === undefined || region === wanted.region) &&
      (wanted.language === undefined || language === wanted.language),
  );
  return fitting.toSorted((a, b) => displayRank(a) - displayRank(b))[0]?.title ?? null;
}

function displayRank({ types, attributes }: Aka): number {
  return (types.includes('imdbDisplay') ? 0 : 2) + (attributes.length === 0 ? 0 : 1);
}
