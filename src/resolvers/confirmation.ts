/** Whether what Beeper returned shows a change; both members go into the payload. */
export interface Confirmation<Value> {
  /** Takes what the payload reads anyhow, where the answer to the write held nothing. */
  readonly onRead: (reading: Promise<Value>) => void;
  /** @returns whether the change shows; null where nothing was read, or it does not tell. Makes no upstream call. */
  readonly confirmed: () => Promise<boolean | null>;
}

/**
 * @param inAnswer what the answer to the write held; null where it held nothing.
 * @param shows null where the value does not tell.
 */
export function confirmation<Value>(
  inAnswer: Value | null,
  shows: (value: Value) => boolean | null,
): Confirmation<Value> {
  let shown = inAnswer === null ? null : Promise.resolve(shows(inAnswer));
  return {
    onRead(reading) {
      // A failed read is reported by the field that reads.
      shown ??= reading.then(shows, () => null);
    },
    async confirmed() {
      // The fields of a payload are resolved in turn: this lets others begin their reads.
      await null;
      return shown;
    },
  };
}
