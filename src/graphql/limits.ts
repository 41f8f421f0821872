import { builder } from './base/builder.ts';
import type { ClientLimit } from './base/context.ts';
import { costs } from './base/cost.ts';
import { RoleEnum } from './base/requires-role.ts';

const LimitRef = builder.objectRef<ClientLimit>('Limit').implement({
  description: 'A rate limit of this server (RATE_LIMITS), and what this client has left of it.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description:
        'What is limited: requests, cost (points of the operations that are executed), or the root field of this name.',
    }),
    role: t.expose('role', {
      type: RoleEnum,
      nullable: true,
      description: 'The role that the limit was set for. Null if it is for all clients but administrators.',
    }),
    limit: t.exposeInt('limit', {
      description: 'The most that one client may use in a window: requests, points, or occurrences of the field.',
    }),
    windowSeconds: t.exposeInt('windowSeconds', {
      description: "Length of a window in seconds. It begins with the client's first use.",
    }),
    remaining: t.exposeInt('remaining', {
      description: 'What is left until the window ends, after what this request has used.',
    }),
    resetSeconds: t.exposeInt('resetSeconds', {
      description: 'Seconds until the window ends, rounded up; 0 if nothing was used in it.',
    }),
  }),
});

builder.queryField('limits', (t) =>
  t.field({
    type: [LimitRef],
    description:
      'The rate limits that are in force for this client, and what is left of each. Empty if there are none. Clients are told apart by their tokens, and without one by their addresses.',
    extensions: costs({ weight: 20, rows: 5 }),
    resolve(_root, _args, context) {
      context.onPrivate?.();
      return context.rateLimits?.() ?? [];
    },
  }),
);
