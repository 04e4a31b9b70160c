import { ExpectedError } from '../failures.ts';

/** The codes of refused file requests; `http/refusalCodes.ts` has them, too. */
export type FileRefusalCode =
  | 'BAD_REQUEST'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'EXPIRED'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'RATE_LIMITED'
  | 'UPSTREAM_ERROR'
  | 'UNSUPPORTED'
  | 'UNAVAILABLE';

interface RefusalOptions {
  readonly status: number;
  readonly code: FileRefusalCode;
  /** Names the cause in the log. */
  readonly reason: string;
  /** What the caller can do. */
  readonly remedy: string;
  /** Whether the same request can succeed later; false by default. */
  readonly retryable?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A file is not sent, or not taken. `message` and `remedy` are for the caller. */
export class FileRefusal extends ExpectedError {
  readonly status: number;
  readonly code: FileRefusalCode;
  readonly reason: string;
  readonly remedy: string;
  readonly retryable: boolean;
  readonly headers: Readonly<Record<string, string>>;

  constructor(message: string, { cause, ...options }: RefusalOptions) {
    super(message, { cause });
    this.name = 'FileRefusal';
    this.status = options.status;
    this.code = options.code;
    this.reason = options.reason;
    this.remedy = options.remedy;
    this.retryable = options.retryable ?? false;
    this.headers = options.headers ?? {};
  }
}
