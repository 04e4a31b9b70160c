import { createDirectory } from './directories.ts';
import type { User, WorldAccount } from './model.ts';

type Seed = Omit<WorldAccount, 'contacts' | 'user' | 'self' | 'bridge'> & {
  bridge: [id: string, type: string, provider: string];
  user: User;
  selfID: string;
};

const localBridgeID = 'ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';

// Covers the eight documented statuses and an undocumented one (`hibernating`, on irc).
const seeds: Seed[] = [
  {
    accountID: 'matrix',
    bridge: ['matrix', 'matrix', 'cloud'],
    network: 'Beeper (Matrix)',
    status: 'connected',
    user: { id: 'me', username: 'me', fullName: 'Me' },
    selfID: '@me:beeper.com',
  },
  {
    accountID: `local-whatsapp_${localBridgeID}`,
    loginID: '15550101001',
    bridge: ['local-whatsapp', 'whatsapp', 'local'],
    network: 'WhatsApp',
    status: 'connected',
    user: { id: localBridgeID, phoneNumber: '+15550101001', fullName: 'Me' },
    selfID: '@15550101001:local-whatsapp.localhost',
  },
  {
    accountID: 'telegram',
    loginID: '7001000',
    bridge: ['telegram', 'telegram', 'cloud'],
    network: 'Telegram',
    status: 'connected',
    user: { id: 'telegram-7001000', username: 'me_on_telegram', fullName: 'Me' },
    selfID: '@telegram_7001000:beeper.com',
  },
  {
    accountID: `local-signal_${localBridgeID}`,
    loginID: '5b1c9a52-0000-4000-8000-000000001000',
    bridge: ['local-signal', 'signal', 'local'],
    network: 'Signal',
    status: 'connected',
    user: { id: `${localBridgeID}-signal`, phoneNumber: '+15550103000', fullName: 'Me' },
    selfID: '@signal_5b1c9a52-0000-4000-8000-000000001000:local-signal.localhost',
  },
  {
    accountID: 'imessage_3f9a41c07be2',
    bridge: ['imessage', 'imessage', 'platform-sdk'],
    network: 'iMessage',
    status: 'connected',
    user: {
      id: 'imessage-3f9a41c07be2',
      email: 'me@example.com',
      fullName: 'Me',
      imgURL: 'file:///Users/me/Library/Beeper/avatars/me.jpg',
    },
    selfID: 'imsg##participant:me@example.com',
  },
  {
    accountID: 'slackgo.T012-U034',
    loginID: 'T012-U034',
    bridge: ['slackgo', 'slackgo', 'cloud'],
    network: 'Slack',
    status: 'backfilling',
    statusText: 'Fetching older messages',
    user: { id: 'U034', username: 'me', email: 'me@example.com', fullName: 'Me' },
    selfID: '@slackgo_t012-u034:beeper.com',
  },
  {
    accountID: 'discordgo',
    bridge: ['discordgo', 'discordgo', 'cloud'],
    network: 'Discord',
    status: 'disconnected',
    statusText: 'Discord is not connected',
    user: { id: 'discord-2200', username: 'me', fullName: 'Me' },
    selfID: '@discord_2200:beeper.com',
  },
  {
    accountID: 'linkedin',
    bridge: ['linkedin', 'linkedin', 'cloud'],
    network: 'LinkedIn',
    status: 'connected',
    user: { id: 'linkedin-me', username: 'me', fullName: 'Me' },
    selfID: '@linkedin_me:beeper.com',
    needsFirstMessage: true,
  },
  {
    accountID: 'twitter',
    bridge: ['twitter', 'twitter', 'cloud'],
    network: 'X',
    status: 'attention_required',
    statusText: 'Confirm your passcode in the app',
    user: { id: 'twitter-me', username: 'me', fullName: 'Me' },
    selfID: '@twitter_1000:beeper.com',
  },
  {
    accountID: 'instagramgo',
    bridge: ['instagramgo', 'instagramgo', 'cloud'],
    network: 'Instagram',
    status: 'connecting',
    user: { id: 'instagram-me', username: 'me', fullName: 'Me' },
    selfID: '@instagram_1000:beeper.com',
  },
  {
    accountID: 'gmessages',
    bridge: ['gmessages', 'gmessages', 'cloud'],
    network: 'Google Messages',
    status: 'connection_required',
    statusText: 'Your phone is offline',
    user: { id: 'gmessages-me', phoneNumber: '+15550105000', fullName: 'Me' },
    selfID: '@gmessages_1000:beeper.com',
  },
  {
    accountID: 'facebookgo',
    bridge: ['facebookgo', 'facebookgo', 'cloud'],
    network: 'Messenger',
    status: 'reconnect_required',
    statusText: 'You were signed out',
    user: { id: 'facebook-me', fullName: 'Me' },
    selfID: '@facebook_1000:beeper.com',
  },
  {
    accountID: 'googlechat',
    bridge: ['googlechat', 'googlechat', 'cloud'],
    network: 'Google Chat',
    status: 'disabled',
    user: { id: 'googlechat-me', email: 'me@example.com', fullName: 'Me' },
    selfID: '@googlechat_1000:beeper.com',
  },
  {
    accountID: 'irc',
    bridge: ['irc', 'irc', 'self-hosted'],
    network: 'IRC',
    status: 'hibernating',
    user: { id: 'irc-me', username: 'me' },
    selfID: '@irc_me:beeper.com',
  },
  {
    accountID: 'playground',
    bridge: ['playground', 'playground', 'local'],
    network: 'Playground',
    status: 'connected',
    user: { id: 'playground-me', username: 'me', fullName: 'Me' },
    selfID: '@me:playground',
  },
];

/** Creates new objects on each call, so that worlds share nothing. */
export function createAccounts(): WorldAccount[] {
  return seeds.map(({ selfID, bridge: [id, type, provider], user, ...seed }) => ({
    ...seed,
    bridge: { id, type, provider },
    user: { ...user, isSelf: true },
    self: { ...user, id: selfID, isSelf: true },
    contacts: createDirectory(seed.accountID),
  }));
}

/** Whether chats can be created on the account. */
export function isUsable(account: WorldAccount): boolean {
  return ['connected', 'backfilling', 'attention_required'].includes(account.status);
}
