/** The accounts, people and chats of the sandbox's world that the tests speak of. */

export const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';

/** On WhatsApp, without a chat at the start. */
export const ada = { id: '@15550101002:local-whatsapp.localhost', phoneNumber: '+15550101002' };

/** On WhatsApp, with a direct chat. */
export const grace = { id: '@15550101003:local-whatsapp.localhost', phoneNumber: '+15550101003' };

/** Of the seed's example: on the account `matrix`, with the direct chat that the example names. */
export const kishan = {
  accountID: 'matrix',
  id: '@kishan:beeper.com',
  chatID: '!NCdzlIaMjZUmvmvyHU:beeper.com',
};

/** An app version of each dialect. */
export const versionOf = { 'create-only': '4.2.500', union: '4.2.600', split: '4.3.73' } as const;
