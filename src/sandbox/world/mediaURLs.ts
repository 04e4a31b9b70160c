import type { Message, WorldAccount, WorldChat } from './model.ts';

/** A picture or file that is named in the data, as its URL or its path on the host. */
export interface MediaURL {
  url: string;
  /** In pixels, if the data says so. */
  size?: { width?: number; height?: number };
}

/** Returns everything in the data that the app can load, and nothing on the web. */
export function urlsOf({
  accounts,
  chats,
}: {
  accounts: readonly WorldAccount[];
  chats: ReadonlyMap<string, WorldChat>;
}): MediaURL[] {
  const people = accounts.flatMap(({ user, contacts }) => [user, ...contacts]);
  const found = [
    ...people.map(({ imgURL }) => ({ url: imgURL })),
    ...[...chats.values()].flatMap(urlsOfChat),
  ];
  return found.filter((one): one is MediaURL => typeof one.url === 'string' && isLocal(one.url));
}

interface MaybeURL extends Omit<MediaURL, 'url'> {
  url: string | null | undefined;
}

function urlsOfChat({ imgURL, participants, draft, messages }: WorldChat): MaybeURL[] {
  return [
    { url: imgURL },
    ...participants.map(({ imgURL: url }) => ({ url })),
    ...Object.values(draft?.attachments ?? {}).map(({ filePath: url }) => ({ url })),
    ...messages.flatMap(urlsOfMessage),
  ];
}

function urlsOfMessage({ attachments = [], links = [], reactions = [] }: Message): MaybeURL[] {
  return [
    ...attachments.flatMap(({ id, srcURL, posterImg, size = {} }) =>
      [id, srcURL, posterImg].map((url) => ({ url, size })),
    ),
    ...links.flatMap(({ img, imgSize: size = {}, favicon }: LinkPictures) => [
      { url: img, size },
      { url: favicon },
    ]),
    ...reactions.map(({ imgURL: url }) => ({ url })),
  ];
}

interface LinkPictures {
  img?: string;
  imgSize?: { width?: number; height?: number };
  favicon?: string;
}

function isLocal(url: string): boolean {
  return /^(mxc:|localmxc:|file:|\/)/.test(url);
}
