import { createContext, useContext, useMemo } from 'react';
import { type DocumentType, type FragmentType, getFragmentData, graphql } from '../gql/index.ts';

/** What messages need to know of their chat. */
const ScopeFragment = graphql(`
  fragment ConversationScope on BeeperChat {
    id
    type
    isReadOnly
    viewerCanSend
    participants { items { userID isSelf fullName imgURL { contentURL url } } }
    capabilities { allowedReactions reply }
    merge {
      defaultChatID
      chats {
        id
        network
        participants { items { userID isSelf fullName imgURL { contentURL url } } }
        capabilities { allowedReactions }
      }
    }
  }
`);

type ScopeData = DocumentType<typeof ScopeFragment>;
type Person = NonNullable<ScopeData['participants']>['items'][number];

interface Scope {
  readonly isGroup: boolean;
  readonly canSend: boolean;
  readonly canReply: boolean;
  /** By user ID. */
  readonly people: ReadonlyMap<string, Person>;
  /** Who I am: one ID, and one for each network in a merged chat. */
  readonly selfIDs: ReadonlySet<string>;
  /** The network of each chat that a merged chat joins, by chat ID. Empty for any other. */
  readonly networks: ReadonlyMap<string, string>;
  /** Where a message to a merged chat goes out. Null for any other, and where Beeper chooses. */
  readonly sendsVia: string | null;
  /** @returns the reactions that the network of a chat allows. Null if all are. */
  allowedReactions(chatID: string): readonly string[] | null;
}

/** What a person can do with a message. */
interface MessageCommands {
  reply(messageID: string): void;
  /** Shows a message of the list. */
  jumpTo(messageID: string): void;
  /** Puts a text into the field where the next message is written. */
  write(text: string): void;
}

export const ScopeContext = createContext<(Scope & MessageCommands) | null>(null);

/** @throws {Error} outside of a conversation. */
export function useScope(): Scope & MessageCommands {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error('This is not in a conversation.');
  return scope;
}

/** @returns what a chat, or the chats that it joins, say of their messages. It is the same until one of them changes. */
export function useChatScope(chat: FragmentType<typeof ScopeFragment>): Scope {
  const { type, isReadOnly, viewerCanSend, participants, capabilities, merge } = getFragmentData(
    ScopeFragment,
    chat,
  );
  return useMemo(() => {
    const parts = merge?.chats.filter((part) => part !== null) ?? [];
    const lists = [participants, ...parts.map((part) => part.participants)];
    const people = lists.flatMap((list) => list?.items ?? []);
    const canSend = !isReadOnly && viewerCanSend !== false;
    const allowed = new Map(parts.map((part) => [part.id, part.capabilities?.allowedReactions ?? null]));
    return {
      isGroup: type !== 'SINGLE',
      canSend,
      canReply: canSend && !['REJECTED', 'UNSUPPORTED'].includes(capabilities?.reply ?? 'FULL'),
      people: new Map(people.map((person) => [person.userID, person])),
      selfIDs: new Set(people.flatMap(({ isSelf, userID }) => (isSelf ? [userID] : []))),
      networks: new Map(parts.flatMap((part) => (part.network ? [[part.id, part.network] as const] : []))),
      sendsVia: parts.find((part) => part.id === merge?.defaultChatID)?.network ?? null,
      allowedReactions: (chatID) => allowed.get(chatID) ?? capabilities?.allowedReactions ?? null,
    };
  }, [type, isReadOnly, viewerCanSend, participants, capabilities, merge]);
}
