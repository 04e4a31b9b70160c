import graphql from '@graphql-eslint/eslint-plugin';

// Biome lints everything but the schema. This is the whole set of rules for schemas that GraphQL ESLint recommends, with
// those of Relay. What is switched off has its reason here, because schema.graphql is generated.
const { rules: recommended } = graphql.configs['flat/schema-recommended'];
const { rules: relay } = graphql.configs['flat/schema-relay'];

const [, { 'ObjectTypeDefinition,ObjectTypeExtension': objectNames, ...names }] =
  recommended['@graphql-eslint/naming-convention'];

export default [
  {
    files: ['schema.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './schema.graphql' } },
    },
    rules: {
      ...recommended,
      ...relay,
      // Everything has a description: types, fields, arguments, inputs, enum values and directives.
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
      // `BeeperGroupType` is not a type with a needless suffix: it is a type of group, as Beeper calls it.
      '@graphql-eslint/naming-convention': [
        'error',
        { ...names, 'ObjectTypeDefinition[name.value!=BeeperGroupType]': objectNames },
      ],
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          withEdgeSuffix: true,
          // There is no `Node`: an ID of a message is looked up together with its chat, and one of a contact not at all.
          shouldImplementNode: false,
          // Lists that come as a whole are lists: the participants of a chat, the reactions to a message.
          listTypeCanWrapOnlyEdgeType: false,
        },
      ],
      // The first messages of `search` are a page without arguments: `searchMessages` takes its cursor and has them.
      '@graphql-eslint/relay-arguments': 'off',
      // Only what can be looked up has an `id`. Payloads, events, errors and values have IDs with names that say of what:
      // `chatID`, `requestID`, `participantID`.
      '@graphql-eslint/strict-id-in-types': 'off',
    },
  },
];
