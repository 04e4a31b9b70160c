/** Opens a page in the browser of this user. Where there is none, nothing happens: the URL was printed. */
export async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  await open(url).catch(() => null);
}
