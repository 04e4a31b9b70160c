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

/** What Matrix bridges give as the reason, in words. */
const reasons: Readonly<Record<string, string>> = {
  'm.no_permission': 'you are not allowed to do that in this chat',
  'm.event_too_old': 'it was too old when it reached the network',
  'm.foreign_network_error': 'the network had an error',
  'm.bridge_unavailable': 'the network is not connected',
  'com.beeper.unsupported_event': 'the network does not support this kind of message',
};

export type SendState = 'sending' | 'sent' | 'delivered' | 'seen' | 'failed';

/** @returns the state and the words for it. Null if nothing is known. */
export function sendStateOf({ sendStatus, seen }: Sent): { state: SendState; text: string } | null {
  const { status, message, reason, deliveredToUsers } = sendStatus ?? {};
  if (status === 'FAIL_RETRIABLE' || status === 'FAIL_PERMANENT') {
    const why =
      message ?? (reason ? (reasons[reason] ?? 'the network refused it') : 'the network gave no reason');
    return { state: 'failed', text: `Not sent: ${why}` };
  }
  if (seen?.isSeen) {
    const count = seen.by?.filter(({ isSeen }) => isSeen).length ?? 0;
    return { state: 'seen', text: count > 1 ? `Seen by ${count}` : 'Seen' };
  }
  if (status === 'PENDING') return { state: 'sending', text: 'Sending' };
  if (deliveredToUsers?.length) return { state: 'delivered', text: 'Delivered' };
  if (status === 'SUCCESS' || seen) return { state: 'sent', text: 'Sent' };
  return null;
}
