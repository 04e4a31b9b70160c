import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { astFromValue, buildSchema, type DocumentNode, print, typeFromAST, visit } from 'graphql';
import type { Page } from 'playwright-core';
import semver from 'semver';
import { firstVersionOf } from '../src/beeper/dialect.ts';
import { sandboxToken, startSandbox } from '../src/sandbox/index.ts';
import { startChromium } from '../test/support/chromium.ts';
import { type MutationRow, mutations } from '../test/support/mutations.ts';
import { startProcess } from '../test/support/process.ts';

/**
 * Executes every mutation in GraphiQL, in Chromium, once for each app version, each time with a new sandbox and gateway,
 * and prints what the page shows and what was sent: `npm run build && npx tsx bench/graphiql.ts`.
 * `--versions 4.2.600,4.3.73` chooses the versions.
 * Exit code 1 if the page does not show a success where the version has the route, or BeeperUnsupportedError where it
 * has not, or names a version that the app has not reached.
 */
const { values } = parseArgs({
  options: { versions: { type: 'string', default: '4.2.300,4.2.500,4.2.600,4.2.808,4.3.0,4.3.73' } },
});

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));

/** @returns the document with `input` in place of its variable: Yoga's page takes no variables from its URL. */
function withInput(document: DocumentNode, input: object): DocumentNode {
  const types = new Map<string, ReturnType<typeof astFromValue>>();
  return visit(document, {
    VariableDefinition({ variable, type }) {
      if (variable.name.value !== 'input') return undefined;
      const inputType = typeFromAST(schema, type as never);
      types.set('input', astFromValue(input, inputType as never));
      return null;
    },
    Variable: ({ name }) => types.get(name.value) ?? undefined,
  });
}

/** Executes a document in a new GraphiQL, and returns the text that its response editor shows. */
async function runInGraphiQL(page: Page, origin: string, document: DocumentNode): Promise<string> {
  await page.goto(`${origin}/graphql?${new URLSearchParams({ query: print(document) })}`);
  const response = page.locator('.result-window');
  await response.locator('.monaco-editor').first().waitFor();
  await page.locator('.graphiql-execute-button').click();
  const text = response.locator('.view-lines').filter({ hasText: '__typename' });
  // Monaco shows non-breaking spaces.
  return (await text.innerText()).replaceAll('\u00A0', ' ');
}

const dialectOf = (version: string) => {
  if (semver.gte(version, firstVersionOf.split)) return 'split';
  return semver.gte(version, firstVersionOf.union) ? 'union' : 'create-only';
};

await using browser = await startChromium();
let wrong = 0;
for (const version of values.versions.split(',')) {
  console.log(`\nBeeper ${version} (${dialectOf(version)})`);
  for (const [name, row] of Object.entries<MutationRow>(mutations)) {
    const sandbox = await startSandbox({ appVersion: version });
    await using gateway = await startProcess({
      BEEPER_URL: sandbox.url,
      BEEPER_ACCESS_TOKEN: sandboxToken,
      GRAPHIQL: 'on',
    });
    await using context = await browser.newContext({ viewport: { width: 1440, height: 1800 } });
    const document = withInput(row.document, row.input);
    const shown = await runInGraphiQL(await context.newPage(), await gateway.origin(), document);
    const typename = /"__typename": "(\w+)"/.exec(shown)?.[1] ?? 'no result';
    const confirmed = /"confirmed": \w+/.exec(shown)?.[0] ?? '';
    const required = /"requiredVersion": "([\d.]+)"/.exec(shown)?.[1];
    const isUnsupported = !row.routes[dialectOf(version)] || (required && semver.gt(required, version));
    const isRight = isUnsupported ? typename === 'BeeperUnsupportedError' : typename.endsWith('Payload');
    if (!isRight) wrong += 1;
    const writes = sandbox.calls.filter(({ method }) => method !== 'GET').map(({ route }) => route);
    console.log(
      [isRight ? '✓' : '✗', name, typename, confirmed, writes.join(', ')].filter(Boolean).join('  '),
    );
    if (!isRight) console.log(shown);
    await sandbox.close();
  }
}
process.exitCode = wrong > 0 ? 1 : 0;
