import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** The part of a Headers object that hooks use, over the plain object of a Node message. */
export class LaneHeaders {
  readonly all: IncomingHttpHeaders;
  constructor(all: IncomingHttpHeaders) {
    this.all = all;
  }
  get(name: string): string | null {
    return this.all[name.toLowerCase()]?.toString() ?? null;
  }
  has(name: string): boolean {
    return this.get(name) !== null;
  }
  set(name: string, value: string): void {
    this.all[name.toLowerCase()] = value;
  }
  append(name: string, value: string): void {
    const known = this.get(name);
    this.set(name, known === null ? value : `${known}, ${value}`);
  }
}

/** The part of a Request that hooks use. */
export class LaneRequest {
  readonly method: string | undefined;
  /** Without the origin, which no hook uses. */
  readonly url: string | undefined;
  readonly headers: LaneHeaders;
  constructor({ method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>) {
    this.method = method;
    this.url = url;
    this.headers = new LaneHeaders(headers);
  }
}
