import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startChromium } from './chromium.ts';
import type { PairOptions } from './pair.ts';
import { startWebApp, type WebApp } from './webApp.ts';

export interface PagesOfApp extends WebApp {
  /** What pages have printed to their consoles, and exceptions in them. A test takes out what it expects. */
  readonly problems: string[];
  /** A page in a profile of its own, as of a wide screen. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** The bodies of the calls of one route of Beeper. */
  sentTo(route: string): unknown[];
}

/** Serves the built example app, and starts a browser for its pages. */
export async function openPages(options: PairOptions = {}): Promise<PagesOfApp> {
  const [app, browser]: [WebApp, Browser] = await Promise.all([startWebApp(options), startChromium()]);
  const problems: string[] = [];
  return {
    ...app,
    problems,
    async newPage(options) {
      const context = await browser.newContext({
        viewport: { width: 1200, height: 800 },
        locale: 'en-GB',
        // Animations take the processor from the tests.
        reducedMotion: 'reduce',
        ...options,
      });
      // As for `expect.poll` in vitest.config.ts: for a busy machine.
      context.setDefaultTimeout(20_000);
      context.on('console', (message) => problems.push(message.text()));
      context.on('weberror', (error) => problems.push(error.error().message));
      return context.newPage();
    },
    sentTo: (route) => app.pair.sandbox.calls.filter((call) => call.route === route).map(({ json }) => json),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await app[Symbol.asyncDispose]();
    },
  };
}
