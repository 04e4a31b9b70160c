import { part, text } from './values.ts';

const info = part({ app: part({ name: text, version: text }) });

export const decodeInfo = (body: unknown) => info.parse(body)?.app ?? { name: null, version: null };
