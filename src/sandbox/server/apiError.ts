import type { Answer } from './response.ts';
import { json } from './response.ts';

/** One fault of a request, in the form of `details.issues` of Beeper's validation errors. */
export interface Issue {
  code: string;
  message: string;
  path: (string | number)[];
}

/** Thrown by a route to answer with one of Beeper's error bodies. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: readonly Issue[] | undefined;

  constructor(status: number, code: string, message: string, issues?: readonly Issue[]) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.issues = issues;
  }

  /** The HTTP answer that tells of this problem. */
  toAnswer(): Answer {
    const details = this.issues && { issues: this.issues };
    return json({ message: this.message, code: this.code, ...(details && { details }) }, this.status);
  }
}

/** The token is missing or wrong. Message and code (in lower case) as a running app gives them. */
export function unauthorized(): Problem {
  return new Problem(401, 'unauthorized', 'Unauthorized: Invalid or missing token');
}

/** The request does not fit the schema. Beeper uses 400 and 422 for this: 422 where the network's rules decide. */
export function invalid(issues: readonly Issue[], status: 400 | 422 = 400): Problem {
  const [first] = issues;
  const where = first?.path.join('.') ?? 'request';
  return new Problem(status, 'VALIDATION_ERROR', `${where}: ${first?.message ?? 'Invalid'}`, issues);
}

/** Something named in the request does not exist. */
export function notFound(what: 'Account' | 'User' | 'Chat' | 'Message'): Problem {
  return new Problem(404, 'NOT_FOUND', `${what} not found`);
}

/** The network or the person does not allow it. */
export function forbidden(message: string): Problem {
  return new Problem(403, 'FORBIDDEN', message);
}

/** The state of the account or chat does not allow it now. */
export function conflict(message: string): Problem {
  return new Problem(409, 'CONFLICT', message);
}
