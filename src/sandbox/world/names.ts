const givenNames = [
  'Amara',
  'Bela',
  'Chidi',
  'Dana',
  'Emil',
  'Farah',
  'Goran',
  'Hana',
  'Ivo',
  'Jun',
  'Kofi',
  'Lena',
];
const familyNames = [
  'Abara',
  'Brandt',
  'Castillo',
  'Dlamini',
  'Eriksen',
  'Fontaine',
  'Gupta',
  'Haddad',
  'Ito',
  'Jansen',
  'Kowalski',
];

/** The person whose chats on several networks are merged. */
export const mergedName = 'Noor Yilmaz';

/** Returns an invented full name in unaccented Latin letters. Names differ for `n` below 132. */
export function nameAt(n: number): string {
  // 12 and 11 are coprime, so the pairs repeat only after 132.
  return `${givenNames[n % givenNames.length] ?? ''} ${familyNames[n % familyNames.length] ?? ''}`;
}

const groupTitles = [
  'Climbing on Thursdays',
  'Book club',
  'House on the hill',
  'Allotment 14',
  'Choir, altos',
  'Release crew',
  'Trip to Lisbon',
  'Parents of class 3b',
  'Film night',
  'Flat hunters',
  'Sourdough',
  'Sunday football',
  'Board games',
  'Neighbours',
  'Language exchange',
  'Old colleagues',
  'Bike kitchen',
];

/** Returns the title of group chat `n`. From `n` = 17 on, titles repeat with a number appended. */
export function groupTitleAt(n: number): string {
  const round = Math.floor(n / groupTitles.length);
  return `${groupTitles[n % groupTitles.length] ?? ''}${round ? ` ${round + 1}` : ''}`;
}

const messageTexts = [
  'Are we still on for tomorrow?',
  'I left the keys with the neighbour.',
  'That was a good evening, thank you!',
  'Running ten minutes late, sorry.',
  'Can you send me the address again?',
  'The train leaves at half past six.',
  'I found a recipe for dinner.',
  'Sounds good to me.',
  'Who brings the tent?',
  'Happy birthday!',
  'See you at the station.',
  'Let us decide on Friday.',
  'The invoice is in your inbox.',
];

/** Returns a message text without markup. */
export function messageTextAt(n: number): string {
  return messageTexts[n % messageTexts.length] ?? '';
}
