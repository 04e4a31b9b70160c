const GIVEN = [
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
const FAMILY = [
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

/** An invented full name, in Latin letters without accents. Numbers below 132 give different names. */
export function nameAt(n: number): string {
  // 12 and 11 have no common divisor, so the pairs repeat only after 132.
  return `${GIVEN[n % GIVEN.length] ?? ''} ${FAMILY[n % FAMILY.length] ?? ''}`;
}

const CIRCLES = [
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

/** A title for the group chat number `n`; numbers below 17 give different titles, later ones are counted. */
export function circleAt(n: number): string {
  const round = Math.floor(n / CIRCLES.length);
  return `${CIRCLES[n % CIRCLES.length] ?? ''}${round ? ` ${round + 1}` : ''}`;
}

const LINES = [
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

/** A line of small talk, as Matrix HTML without markup. */
export function lineAt(n: number): string {
  return LINES[n % LINES.length] ?? '';
}
