const statuses = new Set([
  'ATTENTION_REQUIRED',
  'BACKFILLING',
  'CONNECTED',
  'CONNECTING',
  'CONNECTION_REQUIRED',
  'DISABLED',
  'DISCONNECTED',
  'RECONNECT_REQUIRED',
]);

/** @returns the value of the enum for Beeper's word, such as `needs-login`. */
export function toStatus(word) {
  const name = word.toUpperCase().replaceAll('-', '_');
  return statuses.has(name) ? name : 'OTHER';
}
