import { itemsIn } from '../documents/json-value.ts';
import type { Aka, AkaFilter } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import { sortedList } from '../lists/sorted-list.ts';

/** Alternative titles of one title, in the order of the file. */
export interface Akas {
  akas: readonly Aka[];
}

/** A row without a text is no title: it is left out. */
export function decodeAkas(_titleId: number, text: string): Akas {
  const akas = itemsIn(text).flatMap(([ordering, title, region, language, types, attributes, isOriginalTitle]) =>
    title == null
      ? []
      : [
          {
            ordering: Number(ordering),
            title: title as string,
            region: (region ?? null) as string | null,
            language: (language ?? null) as string | null,
            types: (types as string[] | null | undefined) ?? [],
            attributes: (attributes as string[] | null | undefined) ?? [],
            isOriginalTitle: isOriginalTitle === 1,
          },
        ],
  );
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
  return sortedList({
    name: `title.akas ${titleId}`,
    items,
    terms: [{ name: 'ORDERING', direction: 'ASC', type: 'number', of: ({ ordering }) => ordering }],
    sorted: true,
  });
}
