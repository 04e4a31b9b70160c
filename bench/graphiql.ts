import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { astFromValue, buildSchema, type DocumentNode, print, typeFromAST, visit } from 'graphql';
import type { Browser, Page } from 'playwright-core';
import semver from 'semver';
import { firstVersionOf } from '../src/beeper/dialect.ts';
import { sandboxToken, startSandbox } from '../src/sandbox/index.ts';
import { startChromium } from '../test/support/chromium.ts';
import { type MutationRow, mutations } from '../test/support/mutations.ts';
import { startProcess } from '../test/support/process.ts';

/**
 * Executes every mutation in GraphiQL, in Chromium, once for each app version, and prints what the page shows and what was
 * sent: `npm run build && npx tsx bench/graphiql.ts`.
 * `--versions 4.2.600,4.3.73` chooses the versions.
 * Exit code 1 if the page does not show a success where the version has the route, or BeeperUnsupportedError where it
 * has not, or names a version that the app has not reached.
 */
const { values } = parseArgs({
  options: { versions: { type: 'string', default: '4.2.300,4.2.500,4.2.600,4.2.808,4.3.0,4.3.73' } },
});

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));

/** @returns the document with `input` in place of its variable, so that one editor of the page holds all of it. */
function withInput(document: DocumentNode, input: object): DocumentNode {
  let literal: ReturnType<typeof astFromValue>;
  return visit(document, {
    VariableDefinition({ variable, type }) {
      if (variable.name.value !== 'input') return undefined;
      literal = astFromValue(input, typeFromAST(schema, type as never) as never);
      return null;
    },
    Variable: ({ name }) => (name.value === 'input' ? literal : undefined),
  });
}

/** Opens GraphiQL, and waits until both of its editors are shown. */
async function openGraphiQL(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/graphql`);
  await page.locator('.graphiql-query-editor .view-lines').waitFor();
  await page.locator('.result-window .monaco-editor').first().waitFor();
}

/**
 * Executes a document in place of the one in the editor.
 * @param name of the mutation.
 * @returns the text that the page shows as its result.
 */
async function runInGraphiQL(page: Page, name: string, document: DocumentNode): Promise<string> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), print(document));
  const editor = page.locator('.graphiql-query-editor');
  await editor.locator('.view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  await editor.filter({ hasText: `${name}(` }).waitFor();
  const shown = page.locator('.result-window .view-lines').filter({ hasText: `"${name}":` });
  for (let isRun = false; !isRun; ) {
    const requested = page
      .waitForRequest((request) => request.method() === 'POST', { timeout: 5_000 })
      .catch(() => null);
    await page.locator('.graphiql-execute-button').click();
    const response = await (await requested)?.response();
    // For a moment, GraphiQL ignores the button, or sends the name of the previous operation, and nothing runs.
    isRun = !!response && !(await response.text()).includes('Unknown operation named');
  }
  // Monaco shows non-breaking spaces.
  return (await shown.innerText()).replaceAll('\u00A0', ' ');
}

const dialectOf = (version: string) => {
  if (semver.gte(version, firstVersionOf.split)) return 'split';
  return semver.gte(version, firstVersionOf.union) ? 'union' : 'create-only';
};

let wrong = 0;

async function walk(browser: Browser, version: string): Promise<void> {
  await using sandbox = await startSandbox({ appVersion: version });
  await using gateway = await startProcess({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandboxToken,
    GRAPHIQL: 'on',
  });
  // Tall enough for the whole result: the editor renders only lines in sight.
  const viewport = { width: 1440, height: 1800 };
  await using context = await browser.newContext({
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await openGraphiQL(page, await gateway.origin());
  for (const [name, row] of Object.entries<MutationRow>(mutations)) {
    const callsBefore = sandbox.calls.length;
    const shown = await runInGraphiQL(page, name, withInput(row.document, row.input));
    const typename = /"__typename": "(\w+)"/.exec(shown)?.[1] ?? 'no result';
    const confirmed = /"confirmed": \w+/.exec(shown)?.[0] ?? '';
    const required = /"requiredVersion": "([\d.]+)"/.exec(shown)?.[1];
    const makesNoCall = Object.keys(row.routes).length === 0;
    const hasRoute = makesNoCall || row.routes[dialectOf(version)] !== undefined;
    const isUnsupported = !hasRoute || (required && semver.gt(required, version));
    const isRight = isUnsupported ? typename === 'BeeperUnsupportedError' : typename.endsWith('Payload');
    if (!isRight) wrong += 1;
    const calls = sandbox.calls.slice(callsBefore).filter(({ method }) => method !== 'GET');
    const routes = calls.map(({ route }) => route).join(', ');
    console.log([isRight ? '✓' : '✗', name, typename, confirmed, routes].filter(Boolean).join('  '));
    if (!isRight) console.log(shown);
  }
}

await using browser = await startChromium();
for (const version of values.versions.split(',')) {
  console.log(`\nBeeper ${version} (${dialectOf(version)})`);
  await walk(browser, version);
}
process.exitCode = wrong > 0 ? 1 : 0;
