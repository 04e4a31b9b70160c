import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { forgetKey, keyFor } from '../data/keys.ts';
import type { FailureData } from '../failures/Failure.ts';
import { graphql } from '../gql/index.ts';
import { AccountsQuery } from './AccountField.tsx';
import { type Opened, openChat } from './openChat.ts';
import { type ChatDraft, problemsOf, requestOf } from './request.ts';
import { useChatDraft } from './useChatDraft.ts';

/** What the network of an account can do. Without an answer, as before Beeper Desktop 4.3, everything is offered. */
const BridgeQuery = graphql(`
  query NewChatBridge($id: ID!) {
    bridge(id: $id) {
      id
      contactLookup { byAnyPhoneNumber byPhoneNumber byEmail byUsername }
      groupTypes { name { isRequired maxLength } participants { maxLength } }
    }
  }
`);

/** The name of the form, for its key. */
const form = 'new-chat';

/** What came of the form. It is kept until `onRead` is called: after a reload before, the same key finds the same chat. */
export interface OpenedChat {
  readonly opened: Opened;
  readonly messageText: string;
  readonly onRead: () => void;
}

/** The form to start a chat: what it holds, what is wrong with it, and its request. */
export function useNewChat(onOpened: (result: OpenedChat) => void) {
  const { draft: stored, change, forget } = useChatDraft();
  const [failure, setFailure] = useState<FailureData | null>(null);
  const [isSending, setSending] = useState(false);
  const isShown = useIsShown();

  const accounts = useQuery(AccountsQuery);
  const all = accounts.data?.accounts ?? [];
  const account =
    all.find(({ id }) => id === stored.accountID) ?? all.find(({ isUsable }) => isUsable) ?? null;
  const bridgeID = account?.bridge?.bridgeID ?? '';
  const { data } = useQuery(BridgeQuery, { variables: { id: bridgeID }, skip: bridgeID === '' });
  const bridge = data?.bridge ?? null;

  // Also before the accounts are read: another input would be another key.
  const draft = { ...stored, accountID: account?.id ?? stored.accountID };
  const request = requestOf(draft);
  const problems = problemsOf(draft, bridge?.groupTypes);

  const edit = (part: Partial<ChatDraft>) => {
    setFailure(null);
    change({ accountID: draft.accountID, ...part });
  };
  /** Sends the draft, with the key that belongs to it. */
  const start = async () => {
    if (!request || isSending) return;
    setSending(true);
    setFailure(null);
    const outcome = await openChat(request, keyFor(form, request));
    // Closed in the meantime: the draft and its key are kept, and the next try finds the chat.
    if (!isShown.current) return;
    setSending(false);
    if ('failure' in outcome) return setFailure(outcome.failure);
    const onRead = () => {
      forget();
      forgetKey(form);
    };
    onOpened({ opened: outcome.opened, messageText: draft.messageText, onRead });
  };
  /** The person has looked, and it is not there: the next try is not a repetition. */
  const renewKey = () => {
    forgetKey(form);
    setFailure(null);
  };
  return { accounts, account, bridge, draft, edit, problems, failure, isSending, start, renewKey };
}

function useIsShown() {
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}
