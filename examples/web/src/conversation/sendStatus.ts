/** What is known of an own message on its way. */
export interface Sent {
  readonly sendStatus: {
    readonly status: string | null;
    readonly message: string | null;
    readonly reason: string | null;
    readonly deliveredToUsers: readonly string[] | null;
  } | null;
  readonly seen: {
    readonly isSeen: boolean;
    readonly by: readonly { readonly isSeen: boolean }[] | null;
  } | null;
}

export type SendState = 'sending' | 'sent' | 'delivered' | 'seen' | 'failed';

/** @returns the state and the words for it. Null if nothing is known. */
export function sendStateOf({ sendStatus, seen }: Sent): { state: SendState; text: string } | null {
  const { status, message, reason, deliveredToUsers } = sendStatus ?? {};
  if (status === 'FAIL_RETRIABLE' || status === 'FAIL_PERMANENT')
    return { state: 'failed', text: `Not sent: ${message ?? reason ?? 'the network gave no reason'}` };
  if (seen?.isSeen) {
    const count = seen.by?.filter(({ isSeen }) => isSeen).length ?? 0;
    return { state: 'seen', text: count > 1 ? `Seen by ${count}` : 'Seen' };
  }
  if (status === 'PENDING') return { state: 'sending', text: 'Sending' };
  if (deliveredToUsers?.length) return { state: 'delivered', text: 'Delivered' };
  if (status === 'SUCCESS' || seen) return { state: 'sent', text: 'Sent' };
  return null;
}
