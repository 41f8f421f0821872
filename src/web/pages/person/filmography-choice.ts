import type { CreditCategory, CreditOrder, CreditOrderField } from '../../generated/graphql.ts';
import { slugOf, valueOf } from '../../parts/genre-chip.tsx';

/** Orders of a filmography by their names in the address, with their words. */
export const ORDERS = {
  'year-desc': 'Newest first',
  'year-asc': 'Oldest first',
  'rating-desc': 'Best rated first',
  'rating-asc': 'Worst rated first',
  'votes-desc': 'Most voted first',
  'votes-asc': 'Least voted first',
  'billing-asc': 'Billed first',
  'billing-desc': 'Billed last',
} as const;

export type OrderName = keyof typeof ORDERS;

/** Name of the order in an address; the newest first where it has none of these. */
export function orderNameOf(name: string | undefined): OrderName {
  return name !== undefined && Object.hasOwn(ORDERS, name) ? (name as OrderName) : 'year-desc';
}

/** Sort key of an order. */
export function orderOf(name: string | undefined): CreditOrder {
  const [field = '', direction] = orderNameOf(name).split('-');
  return { field: field.toUpperCase() as CreditOrderField, direction: direction === 'asc' ? 'ASC' : 'DESC' };
}

/** Categories in an address, such as `actor,director`; the server says which of them it does not know. */
export function rolesOf(names: string | undefined): CreditCategory[] {
  return (names ?? '')
    .split(',')
    .filter(Boolean)
    .map((name) => valueOf(name) as CreditCategory);
}

/** The same list for an address, with one category more or less. */
export function withRole(roles: readonly CreditCategory[], role: CreditCategory): string {
  const others = roles.filter((one) => one !== role);
  return (others.length < roles.length ? others : [...roles, role]).map(slugOf).join(',');
}
