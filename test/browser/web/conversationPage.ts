import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { dropFile } from '../../support/dropFile.ts';

export const sendRoute = 'POST /v1/chats/{chatID}/messages';

/** Goes to another view of a page that is loaded. Afterwards, the one before is not shown any more. */
const goTo = (hash: string) =>
  new Promise<void>((resolve) => {
    if (location.hash === hash) return resolve();
    addEventListener('hashchange', () => setTimeout(resolve), { once: true });
    location.hash = hash;
  });

/** A conversation in the example app, and its parts. */
export class ConversationPage {
  readonly field: Locator;
  readonly log: Locator;
  readonly attached: Locator;
  readonly page: Page;
  readonly #origin: string;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
    this.field = page.getByRole('textbox', { name: 'Message' });
    this.log = page.getByRole('log');
    this.attached = page.getByRole('list', { name: 'Files to send' });
  }

  message(text: string | RegExp): Locator {
    return this.log.locator('.message').filter({ hasText: text });
  }

  /** Opens a chat, and waits until its messages are shown. */
  async open(chatID: string): Promise<void> {
    const hash = `#/chat/${encodeURIComponent(chatID)}`;
    if (this.page.url().startsWith(this.#origin)) await this.page.evaluate(goTo, hash);
    else await this.page.goto(`${this.#origin}/${hash}`);
    await this.log.locator('.message').first().waitFor();
  }

  /** Opens a chat, and writes a message there. @returns its row. */
  async send(chatID: string, text: string): Promise<Locator> {
    await this.open(chatID);
    await this.field.fill(text);
    await this.page.keyboard.press('Enter');
    return this.message(text);
  }

  async drop(name: string, type: string, content: Buffer): Promise<void> {
    await dropFile(this.page, '.conversation', { name, type, content });
  }

  /** Waits until no message is on its way or left over. */
  async settle(): Promise<void> {
    await expect.poll(() => this.log.locator('.message[data-state]').count()).toBe(0);
  }

  /** Loads the history from its beginning. */
  async loadAll(): Promise<void> {
    const beginning = this.page.getByText('This is where the chat begins.');
    await expect
      .poll(async () => {
        await this.log.evaluate((element) => element.scrollTo(0, 0));
        return beginning.count();
      })
      .toBe(1);
  }
}
