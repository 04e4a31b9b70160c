import { useState } from 'react';
import { send } from '../data/outbox.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { replaceBy } from '../ui/route.ts';
import { NewChatForm } from './NewChatForm.tsx';
import { noticeOf, OpenedNotice } from './OpenedNotice.tsx';
import type { OpenedChat } from './useNewChat.ts';

/** The dialog to start a chat. It opens the chat, unless there is something to read before. */
export function NewChat({ onClose }: { onClose: () => void }) {
  const [toRead, setToRead] = useState<OpenedChat | null>(null);
  const open = ({ opened, onRead }: OpenedChat) => {
    onRead();
    replaceBy({ page: 'chat', chatID: opened.chatID });
  };
  const onOpened = (result: OpenedChat) => {
    const { opened } = result;
    const isAsMeant = opened.personConfirmed !== false && opened.chatError === null;
    if (isAsMeant && noticeOf(opened) === null) open(result);
    else setToRead(result);
  };
  return (
    <Dialog title="New chat" onClose={onClose}>
      {toRead ? (
        <OpenedNotice
          opened={toRead.opened}
          messageText={toRead.messageText}
          onOpen={() => open(toRead)}
          onSend={() => {
            send({ chatID: toRead.opened.chatID, text: toRead.messageText });
            open(toRead);
          }}
        />
      ) : (
        <NewChatForm onOpened={onOpened} onLook={() => replaceBy({ page: 'inbox' })} />
      )}
    </Dialog>
  );
}
