/** A comment, which every reader of an event stream skips. */
export const heartbeat = ':\n\n';
