/** Types of scalars for code generators: filters of facets have the type of the input that they are sent back in. */
export const SCALARS = { ID: 'string', TitleFilterValue: 'TitleFilter', PersonFilterValue: 'PersonFilter' };
