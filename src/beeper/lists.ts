/** Beeper's list routes: what can be asked of them, as query strings. */

/** Where a page lies: after `cursor` in one direction; without a cursor, at the newest end. */
export interface PageRequest {
  readonly cursor: string | null;
  /** `before`: towards older or later items, as from the first page on; `after`: back towards newer ones. */
  readonly direction: 'before' | 'after';
}

export interface ChatSearch {
  readonly query?: string | null | undefined;
  readonly scope?: 'titles' | 'participants' | null | undefined;
  readonly type?: 'single' | 'group' | 'any' | null | undefined;
  readonly inbox?: 'primary' | 'low-priority' | 'archive' | null | undefined;
  readonly unreadOnly?: boolean | null | undefined;
  readonly includeMuted?: boolean | null | undefined;
  readonly lastActivityBefore?: Date | null | undefined;
  readonly lastActivityAfter?: Date | null | undefined;
  readonly accountIDs?: readonly string[] | null | undefined;
}

type Value = string | number | boolean | Date | readonly string[] | null | undefined;

/** @returns `path` with a query; lists repeat their key, which is the only form that Beeper reads. */
export function withQuery(path: string, values: Readonly<Record<string, Value>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one != null) query.append(name, one instanceof Date ? one.toISOString() : String(one));
    }
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** @returns the parameters of a page; the direction is said only together with a cursor. */
export function pageQuery({ cursor, direction }: PageRequest): Record<string, Value> {
  return cursor === null ? {} : { cursor, direction };
}
