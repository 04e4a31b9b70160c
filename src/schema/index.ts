import { builder } from './builder.ts';
import './beeper.ts';
import './chat.ts';
import './chats.ts';
import './contacts.ts';
import './createChat.ts';
import './messages.ts';
import './startChat.ts';

/** The schema, whole. */
export const schema = builder.toSchema({ sortSchema: true });
