import { headers } from 'next/headers';
import { query } from '../lib/gateway.ts';

// Read when it is asked for, not when it is built.
export const dynamic = 'force-dynamic';

interface Inbox {
  readonly chats: { readonly nodes: readonly Chat[] } | null;
}

interface Chat {
  readonly id: string;
  readonly title: string | null;
  readonly unreadCount: number | null;
  readonly imgURL: { readonly contentURL: string | null } | null;
  readonly lastMessage: { readonly plainText: string | null } | null;
}

const inbox = /* GraphQL */ `
  query Inbox {
    chats(first: 20) {
      nodes { id title unreadCount imgURL { contentURL } lastMessage { plainText } }
    }
  }
`;

export default async function Page() {
  const host = (await headers()).get('host') ?? 'localhost:3000';
  const { data, errors } = await query<Inbox>(inbox, { host });
  return (
    <main>
      <h1>Inbox</h1>
      {errors?.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
      <ul>
        {data?.chats?.nodes.map(({ id, title, unreadCount, imgURL, lastMessage }) => (
          <li key={id}>
            {/* biome-ignore lint/performance/noImgElement: next/image would load it on the server, without need. */}
            {imgURL?.contentURL && <img src={imgURL.contentURL} alt="" width="32" height="32" />}
            <strong>{title}</strong> {unreadCount ? `(${unreadCount})` : ''} {lastMessage?.plainText}
          </li>
        ))}
      </ul>
    </main>
  );
}
