import type { KeyboardEvent } from 'react';

/**
 * Arrow keys move the focus along the links of a list: put it on the element around them and on each link
 * `data-row`. From another element in it, such as a search field, the arrow down goes to the first row.
 */
export function moveAlongRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const index = rows.indexOf(event.target as HTMLElement);
  if (index < 0 && step < 0) return;
  const next = rows[index + step];
  // Above the first row is the field.
  const target = next ?? (index === 0 && step < 0 ? event.currentTarget.querySelector('input') : null);
  if (!target) return;
  event.preventDefault();
  target.focus();
}
