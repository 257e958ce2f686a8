import { GraphQLScalarType } from 'graphql';

const refuse = (): never => {
  throw new TypeError('Json is answered, never asked with.');
};

/** A row's body as its view keeps it: each view has its own shape, and the auditor sees that shape and no other. */
export const JsonScalar = new GraphQLScalarType({
  name: 'Json', description: 'A value in JSON, in the shape that its view keeps. Answered only.',
  serialize: (value) => value, parseValue: refuse, parseLiteral: refuse,
});
