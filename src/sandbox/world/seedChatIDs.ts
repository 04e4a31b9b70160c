/** Chats of the seed world on which tests and documents may rely, by what they are for. */
export const LANDMARKS = {
  /** The chat of the API document's example: the direct chat with `@kishan:beeper.com` on `matrix`. */
  kishan: '!NCdzlIaMjZUmvmvyHU:beeper.com',
  /** The direct chat with Grace on WhatsApp. */
  grace: '!whatsapp_15550101003:ba_EvYD.local-whatsapp.localhost',
  /** The direct chat with the playground's `existing`. */
  playground: '!playground_existing:playground',
  /** 2,000 messages. */
  history: '!history2000:beeper.com',
  /** 300 participants. */
  allHands: '!slackgo_t012-c0300:beeper.com',
  /** One message of each kind, and each optional field of a chat. */
  specimens: '!specimens:beeper.com',
  /** Enum values that no document names yet: chat type `channel`, message type `POLL` and more. */
  future: '!future:beeper.com',
} as const;
