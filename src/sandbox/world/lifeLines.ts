/** What people write by themselves, in this order, and again from the start. */
export const lines = [
  'Are you around later?',
  'The market has figs again.',
  'I am on the 17:40, see you at the station.',
  'Who has the key to the shed?',
  'Look at that sky!',
  'Dinner at eight, bring nothing.',
  'The film starts earlier than I thought.',
  'Did the parcel arrive?',
  'I can take the kids on Thursday.',
  'New plan: the lake, not the pool.',
  'My train is late. Of course.',
  'Can somebody bring chairs?',
];

/** What people answer. */
export const answers = [
  'Ha, yes!',
  'Sounds good.',
  'Let me check and tell you tonight.',
  'Thank you!',
  'Really? Tell me more.',
  'On my way.',
  'Fine by me.',
];

export const reactionKeys = ['👍', '❤️', '😂'];
