import type { Outgoing } from '../data/outgoing.ts';
import { adviceOf } from '../failures/Failure.ts';

/** @returns whether a message may be sent already. One whose file is not uploaded is not. */
export function mayBeSent({ fileName, uploadID, failure, tries }: Outgoing): boolean {
  if (fileName !== null && uploadID === null) return false;
  return failure ? adviceOf(failure).lookFirst : tries > 0;
}

/** @returns the state of a message on its way, in words. */
export function outgoingWords(entry: Outgoing): string {
  const { state } = entry;
  switch (state) {
    case 'waiting':
      return 'Waiting';
    case 'uploading':
      return 'Uploading';
    case 'sending':
    case 'sent':
      return 'Sending';
    case 'failed':
      return mayBeSent(entry) ? 'May have been sent' : 'Not sent';
    default:
      return state satisfies never;
  }
}
