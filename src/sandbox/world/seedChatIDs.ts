/** IDs of seeded chats that tests and documents rely on. */
export const seedChatIDs = {
  /** The chat of the example in the API document: the direct chat with `@kishan:beeper.com` on `matrix`. */
  kishan: '!NCdzlIaMjZUmvmvyHU:beeper.com',
  /** The direct chat with Grace on WhatsApp. */
  grace: '!whatsapp_15550101003:ba_EvYD.local-whatsapp.localhost',
  /** The direct chat with the playground contact `existing`. */
  playground: '!playground_existing:playground',
  /** 2,000 messages. */
  longHistory: '!history2000:beeper.com',
  /** 300 participants. */
  largeGroup: '!slackgo_t012-c0300:beeper.com',
  /** A sample message of each documented kind, and a value for each optional field of a chat. */
  everyKind: '!specimens:beeper.com',
  /** One person's chats on WhatsApp, Signal and Telegram, merged into one. */
  merged: '!merged-noor:beeper.com',
  /** Values that no document names: chat type `channel`, message type `POLL` and others. */
  undocumentedValues: '!future:beeper.com',
} as const;
