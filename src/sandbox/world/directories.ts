import type { Contact } from './model.ts';
import { mergedName, nameAt } from './names.ts';
import { playgroundContacts } from './playground.ts';

/** Makes the contact at position `n` of a directory. `name` is unique in the directory. */
type ContactFactory = (n: number, name: string, handle: string) => Contact;

interface Directory {
  size: number;
  make: ContactFactory;
}

const digits = (n: number, width: number) => String(n).padStart(width, '0');
const avatar = (handle: string) => `file:///Users/me/Library/Beeper/avatars/${handle}.jpg`;

const directories: Record<string, Directory> = {
  matrix: {
    size: 6,
    make: (n, name, handle) => {
      if (n === 0) return { id: '@kishan:beeper.com', username: 'kishan', fullName: 'Kishan' };
      const contact: Contact = { id: `@${handle}:beeper.com`, username: handle, fullName: name };
      return n === 3 ? { ...contact, needsInvite: true } : contact;
    },
  },
  'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc': {
    size: 26,
    make: (n, name, handle) => {
      const phone = `1555010${1002 + n}`;
      const contact: Contact = {
        id: `@${phone}:local-whatsapp.localhost`,
        phoneNumber: `+${phone}`,
        fullName: n === 20 ? mergedName : (['Ada', 'Grace'][n] ?? name),
      };
      if (n === 5) contact.cannotMessage = true;
      return n % 4 === 1 ? { ...contact, imgURL: avatar(handle) } : contact;
    },
  },
  telegram: {
    size: 16,
    make: (n, name, handle) => ({
      id: `@telegram_${7001001 + n}:beeper.com`,
      username: handle,
      fullName: n === 12 ? mergedName : name,
      ...(n % 2 === 0 && { phoneNumber: `+1555010${2001 + n}` }),
    }),
  },
  'local-signal_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc': {
    size: 12,
    make: (n, name) => ({
      id: `@signal_5b1c9a52-0000-4000-8000-${digits(2000 + n, 12)}:local-signal.localhost`,
      phoneNumber: `+1555010${3001 + n}`,
      fullName: n === 9 ? mergedName : name,
    }),
  },
  imessage_3f9a41c07be2: {
    size: 10,
    // The last two share an email address, so that only the full name identifies one of them.
    make: (n, name, handle) => ({
      id: `imsg##participant:${handle}`,
      fullName: name,
      email: n < 8 ? `${handle}@example.com` : 'family@example.com',
      ...(n % 2 === 0 && { phoneNumber: `+1555010${4001 + n}` }),
      imgURL: avatar(handle),
    }),
  },
  'slackgo.T012-U034': {
    size: 12,
    make: (n, name, handle) => ({
      id: `@slackgo_t012-u${101 + n}:beeper.com`,
      username: handle,
      email: `${handle}@example.com`,
      fullName: name,
      imgURL: `https://avatars.example.com/${handle}.png`,
      ...(n === 4 && { needsInvite: true as const }),
    }),
  },
  discordgo: {
    size: 6,
    make: (n, name, handle) => ({ id: `@discord_${2215 + n}:beeper.com`, username: handle, fullName: name }),
  },
  linkedin: {
    size: 8,
    make: (n, name, handle) => ({
      id: `@linkedin_${handle}:beeper.com`,
      username: handle,
      fullName: name,
      ...(n === 2 && { cannotMessage: true }),
    }),
  },
  twitter: {
    size: 3,
    make: (n, name, handle) => ({ id: `@twitter_${1001 + n}:beeper.com`, username: handle, fullName: name }),
  },
  irc: { size: 2, make: (_, name, handle) => ({ id: `@irc_${handle}:beeper.com`, fullName: name }) },
  playground: {
    size: playgroundContacts.length,
    make: (n) => {
      const entry = playgroundContacts[n];
      return { id: entry?.contactID ?? '', username: entry?.name ?? '', fullName: entry?.fullName ?? '' };
    },
  },
};

/** Returns the contacts of the account; none for an account without a directory. */
export function createDirectory(accountID: string): Contact[] {
  const directory = directories[accountID];
  if (!directory) return [];
  const offset = Object.keys(directories).indexOf(accountID) * 7;
  const contacts = Array.from({ length: directory.size }, (_, n) => {
    const name = nameAt(offset + n);
    return directory.make(n, name, name.toLowerCase().replaceAll(/[^a-z]+/g, '.'));
  });
  // The network responds "User not found" because this contact is missing.
  const known = contacts.filter((contact) => contact.username !== 'unknown-user');
  return known.map((contact) => ({
    ...contact,
    cannotMessage: contact.cannotMessage ?? false,
    isSelf: false,
  }));
}
