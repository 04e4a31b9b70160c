/** What the focus can go to. */
const focusable = '[tabindex]';

/**
 * When the element that has the focus is removed, browsers give the focus to nobody, and people at a keyboard begin at the top
 * of the page again. From now on it goes to the nearest part around that element that is still there and can have it: a
 * message, its list, the body of a dialog.
 */
export function keepFocus(): void {
  /** The element that has the focus, and those around it. */
  let path: Element[] = [];
  document.addEventListener('focusin', ({ target }) => {
    path = around(target as Element);
  });
  // Whoever clicks beside everything wants no focus.
  document.addEventListener('pointerdown', ({ target }) => {
    if (!path[0]?.contains(target as Element)) path = [];
  });
  new MutationObserver(() => {
    if (document.activeElement !== document.body || (path[0]?.isConnected ?? true)) return;
    const next = path.find((element) => element.isConnected && element.matches(focusable));
    path = [];
    (next as HTMLElement | undefined)?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}

function around(element: Element): Element[] {
  const parents: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) parents.push(one);
  return parents;
}
