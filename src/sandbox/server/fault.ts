/**
 * Something the sandbox does wrong on one call. Fields that are absent change nothing.
 *
 * The route's handler, which creates the chat for example, runs first if `performs` is true. If `performs` is
 * absent, the handler runs only if the fault sends the handler's response: that is the case for `delayMs`, `encoding`,
 * `slowHeadersMs`, `slowBodyMs`, `cut`, `stall`, `headers`, `omits`, `ignoresRange`, and a status below 300.
 */
export interface Fault {
  /** Status of the response. From 400 up and without `body`, the response is Beeper's error for this status. */
  status?: number;
  /** Headers to add to the response or to replace, with names in lower case. */
  headers?: Record<string, string | string[]>;
  /** A string is sent unchanged (as text/plain unless `headers` say otherwise), an object as JSON. */
  body?: string | object;
  /** Headers to leave out, with names in lower case. Without `content-length`, the body is sent in chunks. */
  omits?: readonly string[];
  /** Responds with the whole file to a request for a part of it. */
  ignoresRange?: true;
  /** Compresses the body and says so in `content-encoding`: names as `gzip, br`, in the order in which to apply them. */
  encoding?: string;
  /** Time to wait before the response starts. */
  delayMs?: number;
  /** Resets the TCP connection instead of responding: `before`, `during` or `after` the reading of the request body. */
  reset?: 'before' | 'during' | 'after';
  /** Responds before the request body is read. With `hang`, it is never read. */
  early?: true;
  /** Whether the handler runs in spite of the fault. Has no effect with `early`, `reset: 'before'` and `reset: 'during'`. */
  performs?: boolean;
  /** Sends the head and half of the body, and then nothing more. */
  stall?: true;
  /** Closes the connection after the head and half of the body, or after the status line if the body is empty. */
  cut?: true;
  /** Responds 200 with an HTML page, as another program on Beeper's port would. */
  html?: true;
  /** Responds 200 application/json with a body that never ends, sent as fast as the client reads. */
  endless?: true;
  /** Sends the status line at once and the rest of the response after this time. */
  slowHeadersMs?: number;
  /** Sends the head at once and the body in pieces over this time. */
  slowBodyMs?: number;
  /** Reads the request and never responds. */
  hang?: true;
}

/** Whether the handler runs although the call has this fault. */
export function runsHandler(fault: Fault): boolean {
  return fault.performs ?? !replacesResponse(fault);
}

/** Whether a request to upgrade that has this fault still gets its socket. */
export function onlyDelays(fault: Fault): boolean {
  return Object.keys(fault).every((field) => field === 'delayMs' || field === 'performs');
}

function replacesResponse(fault: Fault): boolean {
  if (fault.reset || fault.html || fault.endless || fault.hang) return true;
  return fault.body !== undefined || (fault.status ?? 200) >= 300;
}
