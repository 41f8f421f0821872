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
 * The directives of IBM's GraphQL cost specification, which state the cost of fields in the SDL, for clients that
 * compute the cost of a query before they send it. The server reads the same numbers from the fields' extensions.
 */
export const COST_DIRECTIVES: readonly GraphQLDirective[] = [
  new GraphQLDirective({
    name: 'cost',
    description:
      'Cost of resolving the field once, in points of about a microsecond. Fields without the directive cost 1.',
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: { weight: { type: new GraphQLNonNull(GraphQLString), description: 'Number of points.' } },
  }),
  new GraphQLDirective({
    name: 'listSize',
    description: 'Number of rows of the field. The cost of its selection is multiplied by it.',
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: {
      assumedSize: {
        type: GraphQLInt,
        description:
          'Number of rows if no slicing argument is given. For pages, the DEFAULT_PAGE_SIZE of the server, by default 20.',
      },
      slicingArguments: {
        type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
        description: 'Arguments whose value or length is the number of rows. The first that is given is used.',
      },
      sizedFields: {
        type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
        description: 'Fields of the connection that have this number of rows. If absent, the field itself is the list.',
      },
      requireOneSlicingArgument: {
        type: GraphQLBoolean,
        defaultValue: true,
        description: 'Whether one of the slicing arguments is required. Always false in this schema.',
      },
    },
  }),
];
