import { expect, test } from 'vitest';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { type Pair, startPair } from '../support/pair.ts';

/** The options in the script of the page that GraphiQL starts with. */
async function optionsOf({ gateway }: Pair) {
  const page = await fetch(`${gateway.origin}/graphql`, { headers: { accept: 'text/html' } });
  const script = (await page.text()).split('YogaGraphiQL.renderYogaGraphiQL(').at(-1) ?? '';
  const [, json = ''] =
    /^\s*window\.document\.querySelector\('#root'\),\s*(\{.*\}),\s*\);/.exec(script) ?? [];
  return JSON.parse(json);
}

test('GraphiQL does not store headers in the browser', async () => {
  await using pair = await startPair({ graphiql: true });

  // Its own default is to store them.
  expect(await optionsOf(pair)).toMatchObject({ shouldPersistHeaders: false });
});

test('GraphiQL starts with a header for the gateway key only if one is required', async () => {
  await using open = await startPair({ graphiql: true });
  await using guarded = await startPair({ graphiql: true, keys: [newGatewayKey('web').stored] });

  expect(JSON.parse((await optionsOf(open)).defaultHeaders)).toEqual({});
  expect(JSON.parse((await optionsOf(guarded)).defaultHeaders)).toEqual({
    'x-gateway-key': 'YOUR_GATEWAY_KEY',
  });
});
