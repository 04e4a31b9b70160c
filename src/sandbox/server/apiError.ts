import { type ApiResponse, json } from './response.ts';

/** An entry of `details.issues` in Beeper's validation errors. */
export interface Issue {
  code: string;
  message: string;
  path: (string | number)[];
}

/** An error that the app reports to the client in Beeper's error format. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: readonly Issue[] | undefined;

  constructor(status: number, code: string, message: string, issues?: readonly Issue[]) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.issues = issues;
  }

  toResponse(): ApiResponse {
    const details = this.issues && { issues: this.issues };
    return json({ message: this.message, code: this.code, ...(details && { details }) }, this.status);
  }
}

/** The token can't be used. Message and code are those of a running app; the code is in lower case there. */
export function unauthorized(message = 'Unauthorized: Invalid or missing token'): ApiError {
  return new ApiError(401, 'unauthorized', message);
}

/** Beeper reports validation errors with either status. The sandbox uses 422 for the rules of a network. */
export function invalidRequest(issues: readonly Issue[], status: 400 | 422 = 400): ApiError {
  const [first] = issues;
  const path = first?.path.join('.') ?? 'request';
  return new ApiError(status, 'VALIDATION_ERROR', `${path}: ${first?.message ?? 'Invalid'}`, issues);
}

export function notFound(resource: 'Account' | 'Bridge' | 'User' | 'Chat' | 'Message'): ApiError {
  return new ApiError(404, 'NOT_FOUND', `${resource} not found`);
}

/** The network or the recipient does not allow the request. */
export function forbidden(message: string): ApiError {
  return new ApiError(403, 'FORBIDDEN', message);
}

/** The current state of the account or chat does not allow the request. */
export function conflict(message: string): ApiError {
  return new ApiError(409, 'CONFLICT', message);
}
