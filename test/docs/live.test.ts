import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { chatEvents, conversation, inbox, sendMessage } from '../../examples/live/documents.js';
import { read } from './fences.ts';

const page = read('docs/live.md');
const schema = buildSchema(read('schema.graphql'));

test.each(['graphqlSSE', 'graphqlWS', 'urql', 'apollo'])(
  'docs/live.md shows the client %s as it is tested',
  (name) => {
    expect(page).toContain(`\`\`\`ts\n${read(`examples/live/clients/${name}.ts`)}\`\`\``);
  },
);

const [, subscription = ''] = /```graphql\n(subscription ChatEvents.*?)```/s.exec(page) ?? [];

test.each(Object.entries({ 'docs/live.md': subscription, chatEvents, conversation, inbox, sendMessage }))(
  'the document %s is valid',
  (_name, document) => {
    expect(validate(schema, parse(document))).toEqual([]);
  },
);

test('the documents know every type of event', () => {
  const [, types = ''] = /^union BeeperChatEvent = (.*)/m.exec(read('schema.graphql')) ?? [];

  for (const type of types.split(' | ')) {
    expect(subscription, type).toContain(`... on ${type} {`);
    expect(chatEvents, type).toContain(`... on ${type} {`);
    expect(page, type).toContain(`| \`${type}\` |`);
  }
});
