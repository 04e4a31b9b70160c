/** Where a page is: after `cursor` in one direction; without a cursor, at the newest end. */
export interface PageRequest {
  readonly cursor: string | null;
  /** `before`: towards older or later items, as from the first page; `after`: back towards newer ones. */
  readonly direction: 'before' | 'after';
}

type Value = string | number | boolean | Date | readonly string[] | null | undefined;

/** @returns `path` with a query. Lists repeat their key, the only form that Beeper reads. */
export function withQuery(path: string, values: Readonly<Record<string, Value>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item != null) query.append(name, item instanceof Date ? item.toISOString() : String(item));
    }
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** @returns the query parameters of a page. The direction is sent only together with a cursor. */
export function pageQuery({ cursor, direction }: PageRequest): Record<string, Value> {
  return cursor === null ? {} : { cursor, direction };
}
