/* oxlint-disable import/no-unassigned-import -- each of these modules declares its types on the builder. */
import { specifiedDirectives } from 'graphql';

import { builder } from './base/builder.ts';
import './aka.ts';
import './careers.ts';
import './chart.ts';
import { COST_DIRECTIVES } from './base/cost-directives.ts';
import './credit.ts';
import './dataset.ts';
import './enumerations.ts';
import './episode.ts';
import './lists/facets.ts';
import './base/json.ts';
import './node.ts';
import './people.ts';
import './person.ts';
import './random-titles.ts';
import './rating.ts';
import './search.ts';
import './season.ts';
import './series.ts';
import './title-types.ts';
import './title.ts';
import './titles.ts';

/** The GraphQL schema, sorted by name. It needs no data; its resolvers get theirs by the context. */
export const schema = builder.toSchema({ directives: [...specifiedDirectives, ...COST_DIRECTIVES] });
