import { builder } from '../base/builder.ts';
import { DatasetRef } from '../base/refs.ts';

builder.subscriptionType({
  description: 'Events, as a stream of server-sent events (text/event-stream).',
});

builder.subscriptionField('datasetUpdated', (t) =>
  t.field({
    type: DatasetRef,
    description:
      'The build that answers from now on, whenever another is put in service; nothing is sent at the beginning. Builds that follow each other faster than they can be sent are sent as the last of them.',
    subscribe: (_root, _args, { promotions }) => {
      if (promotions === undefined) throw new Error('this request follows no promotions');
      return promotions();
    },
    resolve: (_root, _args, { loaders }) => loaders.dataset,
  }),
);
