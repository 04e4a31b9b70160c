import type { Page } from 'playwright-core';

/**
 * Types into the field that has the focus, as fast as people do. By the clock of the page: on a busy machine, keys that a test
 * sends come too late.
 */
export async function typeQuickly(page: Page, text: string): Promise<void> {
  await page.evaluate(async (text) => {
    for (const letter of text) {
      document.execCommand('insertText', false, letter);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, text);
}
