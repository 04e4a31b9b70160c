/** Accounts, people and chats of the sandbox that tests refer to. */

export const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';

/** A WhatsApp contact without a direct chat at the start. */
export const ada = { id: '@15550101002:local-whatsapp.localhost', phoneNumber: '+15550101002' };

/** A WhatsApp contact with a direct chat. */
export const grace = { id: '@15550101003:local-whatsapp.localhost', phoneNumber: '+15550101003' };

/** The person in the examples of Beeper's API reference, with a direct chat on the account `matrix`. */
export const kishan = {
  accountID: 'matrix',
  id: '@kishan:beeper.com',
  chatID: '!NCdzlIaMjZUmvmvyHU:beeper.com',
};

/** An app version for each dialect. */
export const versionOf = { 'create-only': '4.2.500', union: '4.2.600', split: '4.3.73' } as const;
