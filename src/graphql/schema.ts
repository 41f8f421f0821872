/* oxlint-disable import/no-unassigned-import -- each of these modules declares its types on the builder. */
import { specifiedDirectives } from 'graphql';

import { builder } from './base/builder.ts';
import { COST_DIRECTIVES } from './base/cost-directives.ts';
import { inReadingOrder } from './base/reading-order.ts';
import { withRoles } from './base/requires-role.ts';
// In the order in which the fields of a type that several files add to, such as Query and Title, are read.
import './node.ts';
import './titles/title.ts';
import './titles/title-types.ts';
import './titles/rating.ts';
import './titles/aka.ts';
import './titles/titles.ts';
import './titles/random-titles.ts';
import './episodes/series.ts';
import './episodes/season.ts';
import './episodes/episode.ts';
import './people/person.ts';
import './people/people.ts';
import './credits/credit.ts';
import './credits/credits.ts';
import './search.ts';
import './charts/chart.ts';
import './charts/careers.ts';
import './relations/similar-titles.ts';
import './relations/namesakes.ts';
import './relations/comparison.ts';
import './relations/rating-grid.ts';
import './relations/timeline.ts';
import './relations/credit-summary.ts';
import './relations/collaborators.ts';
import './relations/shared-titles.ts';
import './tmdb/tmdb-title.ts';
import './tmdb/title-tmdb.ts';
import './tmdb/tmdb-person.ts';
import './tmdb/tmdb-lists.ts';
import './tmdb/lookups.ts';
import './tmdb/crosswalk.ts';
import './paths/path.ts';
import './paths/degrees.ts';
import './enumerations.ts';
import './lists/facets.ts';
import './dataset.ts';
import './changes/changes.ts';
import './changes/rating-history.ts';
import './changes/dataset-updated.ts';
import './limits.ts';
import './administration/ingest-runs.ts';
import './administration/builds.ts';
import './administration/datasets.ts';
import './administration/audit-log.ts';
import './administration/ingests.ts';
import './administration/build-actions.ts';
import './administration/dataset-mutations.ts';
import './administration/exports.ts';

const DESCRIPTION =
  "IMDb's titles, people and credits, from the files that IMDb publishes for non-commercial use. Start at Query; every type, field and argument is described. Ids are IMDb's own, lists are Relay connections, times are in ISO 8601 and UTC, and @cost and @listSize say what an operation costs.";

/** The GraphQL schema. It needs no data; its resolvers get theirs by the context. */
export const schema = inReadingOrder(
  withRoles(builder.toSchema({ directives: [...specifiedDirectives, ...COST_DIRECTIVES], sortSchema: false })),
  DESCRIPTION,
);
