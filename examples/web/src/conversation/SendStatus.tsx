import { Icon } from '../ui/Icon.tsx';
import type { Message } from './MessageRow.tsx';
import { useScope } from './scope.ts';
import { type SendState, sendStateOf } from './sendStatus.ts';

const icons = {
  sending: 'clock',
  sent: 'check',
  delivered: 'checks',
  seen: 'checks',
  failed: 'alert',
} as const satisfies Record<SendState, string>;

/** What became of an own message. A failure has its reason, and gives the text back. */
export function SendStatus({ message }: { message: Message }) {
  const { canSend, write } = useScope();
  const sent = sendStateOf(message);
  if (!sent) return null;
  const { state, text } = sent;
  const { plainText } = message;
  return (
    <span className="send-status" data-state={state}>
      <Icon name={icons[state]} size="small" /> <span>{text}</span>
      {state === 'failed' && plainText && canSend && (
        <button type="button" className="link-button" onClick={() => write(plainText)}>
          Write again
        </button>
      )}
    </span>
  );
}
