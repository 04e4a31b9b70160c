import { STATUS_CODES } from 'node:http';
import type { Fault } from './fault.ts';

/** An HTTP answer before it is sent. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  /** The exact text, '' for none. */
  body: string;
  /** What goes wrong with the sending, if the route itself wants that: the playground does. */
  fault?: Fault;
}

/** A JSON answer. */
export function json(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

/** A plain text answer, as the app gives it where no route exists. */
export function text(body: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** An HTML page with status 200: what a tunnel or another program on Beeper's port answers. */
export function page(): Answer {
  const body =
    '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n';
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** The app's answer to a path or method that it does not have: not JSON, so nobody takes it for a missing chat. */
export function noSuchRoute(): Answer {
  return text('404 Not Found', 404);
}

/** Beeper's error body for a status about which nothing else is known. */
export function bareError(status: number): Answer {
  const words = STATUS_CODES[status] ?? 'Error';
  return json({ message: words, code: words.toUpperCase().replaceAll(' ', '_') }, status);
}
