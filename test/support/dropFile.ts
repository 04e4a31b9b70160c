import type { JSHandle, Page } from 'playwright-core';

export interface DroppedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Drops a file on an element of a page. */
export async function dropFile(page: Page, selector: string, file: DroppedFile): Promise<void> {
  await page.dispatchEvent(selector, 'drop', { dataTransfer: await transferOf(page, file) });
}

/** @returns what the events of a file that is dragged carry. */
export function transferOf(
  page: Page,
  { name, type, content }: DroppedFile,
): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    async ({ name, type, base64 }) => {
      const bytes = await (await fetch(`data:application/octet-stream;base64,${base64}`)).arrayBuffer();
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      return data;
    },
    { name, type, base64: content.toString('base64') },
  );
}
