/* oxlint-disable import/no-unassigned-import -- each of these modules declares its types on the builder. */
import { specifiedDirectives } from 'graphql';

import { builder } from './base/builder.ts';
import './titles/aka.ts';
import './changes/changes.ts';
import './changes/dataset-updated.ts';
import './changes/rating-history.ts';
import './charts/careers.ts';
import './charts/chart.ts';
import { COST_DIRECTIVES } from './base/cost-directives.ts';
import './credits/credit.ts';
import './credits/credits.ts';
import './dataset.ts';
import './enumerations.ts';
import './episodes/episode.ts';
import './lists/facets.ts';
import './node.ts';
import './paths/degrees.ts';
import './paths/path.ts';
import './people/people.ts';
import './people/person.ts';
import './relations/collaborators.ts';
import './relations/comparison.ts';
import './relations/credit-summary.ts';
import './relations/namesakes.ts';
import './relations/rating-grid.ts';
import './relations/shared-titles.ts';
import './relations/similar-titles.ts';
import './relations/timeline.ts';
import './titles/random-titles.ts';
import './titles/rating.ts';
import './search.ts';
import './episodes/season.ts';
import './episodes/series.ts';
import './titles/title-types.ts';
import './titles/title.ts';
import './titles/titles.ts';

/** The GraphQL schema, sorted by name. It needs no data; its resolvers get theirs by the context. */
export const schema = builder.toSchema({ directives: [...specifiedDirectives, ...COST_DIRECTIVES] });
