import { badInput } from '../../errors.ts';
import type { OrderBy } from '../../store/model/model.ts';

/**
 * The order that was asked for, or the usual one where none was.
 * @throws ClientError `BAD_USER_INPUT` when a field stands twice.
 */
export function readOrder<Field extends string>(
  orderBy: readonly OrderBy<Field>[] | null | undefined,
  usual: OrderBy<Field>,
): readonly OrderBy<Field>[] {
  if (orderBy === null || orderBy === undefined || orderBy.length === 0) return [usual];
  const fields = orderBy.map(({ field }) => field);
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined)
    throw badInput(`orderBy: ${twice} stands twice. Each field can stand once; the first decides first.`);
  return orderBy;
}
