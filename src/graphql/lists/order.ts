import { badInput } from '../../errors.ts';
import type { OrderBy } from '../../store/model/model.ts';

/**
 * The sort keys that were requested, or `usual` if there are none.
 * @throws ClientError `BAD_USER_INPUT` if a field occurs twice.
 */
export function readOrder<Field extends string>(
  orderBy: readonly OrderBy<Field>[] | null | undefined,
  usual: OrderBy<Field>,
): readonly OrderBy<Field>[] {
  if (orderBy === null || orderBy === undefined || orderBy.length === 0) return [usual];
  const fields = orderBy.map(({ field }) => field);
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined)
    throw badInput(`orderBy: ${twice} occurs twice. Each field may occur once; the first is the most significant.`);
  return orderBy;
}
