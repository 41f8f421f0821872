import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';

/**
 * The directives of IBM's GraphQL cost specification, by which the SDL says what fields cost: for clients that work it
 * out before they ask. The server reads the same numbers from the fields' extensions.
 */
export const COST_DIRECTIVES: readonly GraphQLDirective[] = [
  new GraphQLDirective({
    name: 'cost',
    description: 'What the field costs to resolve once, in points of about a microsecond; 1 where it is not said.',
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: { weight: { type: new GraphQLNonNull(GraphQLString), description: 'Points, as a number.' } },
  }),
  new GraphQLDirective({
    name: 'listSize',
    description: 'How many rows the field has: as often counts what is selected of it.',
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: {
      assumedSize: {
        type: GraphQLInt,
        description:
          'Where no argument says it. Of a page it is the DEFAULT_PAGE_SIZE of the server, 20 unless it is set.',
      },
      slicingArguments: {
        type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
        description: 'Arguments that say it, by their number or their length; the first that is given counts.',
      },
      sizedFields: {
        type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
        description: 'Fields of the connection that have so many rows. Without them the field itself has.',
      },
      requireOneSlicingArgument: {
        type: GraphQLBoolean,
        defaultValue: true,
        description: 'Whether one of the arguments must be given; here none must.',
      },
    },
  }),
];
