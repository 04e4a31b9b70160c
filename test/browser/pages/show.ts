/** What both pages ask for: an inbox, and a chat with reactions. */
export const query = `query Page($chatID: ID!) {
  chats(first: 25) {
    nodes {
      id
      title
      participants { items { userID fullName isAdmin } }
      lastMessage { id plainText sender { userID fullName } }
    }
  }
  chat(id: $chatID) {
    id
    messages(first: 60) { nodes { id reactions { reactionID reactionKey participantID } } }
  }
}`;

export interface PageData {
  readonly chats: { readonly nodes: readonly Chat[] };
  readonly chat: { readonly messages: { readonly nodes: readonly Message[] } };
}

interface Chat {
  readonly title: string | null;
  readonly participants: {
    readonly items: readonly { readonly fullName: string | null; readonly isAdmin: boolean | null }[];
  } | null;
  readonly lastMessage: {
    readonly plainText: string | null;
    readonly sender: { readonly fullName: string | null } | null;
  } | null;
}

interface Message {
  readonly id: string;
  readonly reactions: readonly { readonly reactionKey: string; readonly participantID: string }[] | null;
}

/** @returns one line per chat and per message with reactions, as the pages show them. */
export function linesOf({ chats, chat }: PageData): string[] {
  const inbox = chats.nodes.map(({ title, participants, lastMessage }) => {
    const people = participants?.items.map(
      ({ fullName, isAdmin }) => `${fullName}${isAdmin ? ' (admin)' : ''}`,
    );
    return `${title} | ${people?.join(', ')} | ${lastMessage?.sender?.fullName}: ${lastMessage?.plainText}`;
  });
  const reacted = chat.messages.nodes.flatMap(({ id, reactions }) =>
    reactions?.length
      ? [
          `${id} | ${reactions.map(({ reactionKey, participantID }) => reactionKey + participantID).join(', ')}`,
        ]
      : [],
  );
  return [...inbox, ...reacted];
}

/** Runs the query of the page with the client, and shows each line of the answer, or the error. */
export async function show(
  run: (url: string, variables: { chatID: string }) => Promise<PageData>,
): Promise<void> {
  const { searchParams } = new URL(location.href);
  const [url, chatID] = [searchParams.get('gateway') ?? '', searchParams.get('chatID') ?? ''];
  const lines = await run(url, { chatID }).then(linesOf, (error: unknown) => [`Failed: ${error}`]);
  for (const line of lines) {
    const item = document.createElement('li');
    item.textContent = line;
    document.body.append(item);
  }
  document.title = 'Done';
}
