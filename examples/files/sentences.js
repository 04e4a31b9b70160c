/**
 * Joins sentences for people. Those of Beeper may have no full stop.
 * @param {(string | null | undefined)[]} texts
 */
export const sentences = (...texts) =>
  texts
    .filter((text) => typeof text === 'string')
    .map((text) => text.replace(/[^.!?]$/, '$&.'))
    .join(' ');
