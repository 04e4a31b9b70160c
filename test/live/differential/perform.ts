import type { Sandbox } from '../../../src/sandbox/index.ts';
import type { Step } from './history.ts';
import type { Page } from './page.ts';

export const imessage = 'imessage_3f9a41c07be2';
/** In which chats begin. */
export const accounts = ['matrix', imessage, 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc'];

export interface Stage {
  readonly sandbox: Sandbox;
  readonly pages: readonly Page[];
  /** The chats that steps name by number. */
  readonly chatIDs: readonly string[];
  readonly textLength: number;
}

type Chat = Sandbox['chats'] extends ReadonlyMap<string, infer Value> ? Value : never;
type ChatStep = Extract<Step, { readonly chat: number }>;
type MessageStep = Extract<Step, { readonly message: number }>;

const chatReads = ['GET /v1/chats/{chatID}/messages', 'GET /v1/chats', 'GET /v1/chats/{chatID}'] as const;

let texts = 0;
const newText = (length = 0) => `Text ${++texts}`.padEnd(length, '.');

/** Does what the step says. A step about a chat that is gone does nothing. */
export function perform(step: Step, stage: Stage): void {
  if ('chat' in step) {
    const chat = stage.sandbox.chats.get(stage.chatIDs[step.chat] ?? '');
    if (!chat) return;
    if ('message' in step) changeMessage(step, chat, stage);
    else changeChat(step, chat, stage);
  } else performElsewhere(step, stage);
}

function changeMessage(step: MessageStep, chat: Chat, { sandbox: { people }, textLength }: Stage): void {
  const settled = chat.messages.filter(
    ({ sendStatus, isDeleted }) => sendStatus?.status !== 'PENDING' && !isDeleted,
  );
  const message = settled.at(-1 - (step.message % Math.max(1, settled.length)));
  if (!message) return;
  switch (step.do) {
    case 'react':
      people.react(chat.id, message.id, '👍');
      break;
    case 'unreact':
      people.unreact(chat.id, message.id, '👍');
      break;
    case 'edit':
      people.edit(chat.id, message.id, newText(textLength));
      break;
    case 'remove':
      people.remove(chat.id, message.id);
      break;
    case 'hide':
      people.change(chat.id, () => {
        message.isHidden = true;
      });
  }
}

const flags = {
  markUnread: 'isMarkedUnread',
  mute: 'isMuted',
  archive: 'isArchived',
  pin: 'isPinned',
} as const;

function changeChat(step: Exclude<ChatStep, MessageStep>, { id }: Chat, stage: Stage): void {
  const { people } = stage.sandbox;
  switch (step.do) {
    case 'write':
      people.write(id, newText(stage.textLength));
      break;
    case 'read':
      people.read(id);
      break;
    case 'rename':
      people.rename(id, newText());
      break;
    case 'deleteChat':
      people.deleteChat(id);
      break;
    case 'send':
      void pageOf(step, stage)?.send(id, newText());
      break;
    case 'open':
      pageOf(step, stage)
        ?.open(id, step.pages)
        .catch(() => {});
      break;
    default: {
      const flag = flags[step.do];
      people.change(id, (chat) => {
        chat[flag] = !chat[flag];
      });
    }
  }
}

function performElsewhere(step: Exclude<Step, ChatStep>, stage: Stage): void {
  const { sandbox } = stage;
  const { live } = sandbox;
  switch (step.do) {
    case 'startChat':
      startChat(step.account, sandbox);
      break;
    case 'drop':
      live.drop(step.count);
      break;
    case 'kill':
      live.kill();
      break;
    case 'silence':
      live.silence();
      break;
    case 'malformed':
      live.sendRaw('{"type":');
      break;
    case 'malformedWithSeq':
      live.sendRaw((seq) => JSON.stringify({ type: 'message.upserted', seq, chatID: 7 }));
      break;
    case 'slow':
      live.slow(step.ms);
      break;
    case 'refuse':
      for (let n = 0; n < step.count; n++) sandbox.next('GET /v1/ws', { status: step.status });
      break;
    case 'delayReads':
    case 'failReads':
      for (let n = 0; n < step.count; n++)
        for (const route of chatReads)
          sandbox.next(route, step.do === 'failReads' ? { status: 500 } : { delayMs: step.ms });
      break;
    case 'pause':
      pageOf(step, stage)?.pause();
      break;
    case 'goOn':
      pageOf(step, stage)?.goOn();
      break;
    case 'leave':
      pageOf(step, stage)?.leave(step.ms);
  }
}

function startChat(account: number, { chats, people }: Sandbox): void {
  const accountID = accounts[account] ?? '';
  const known = [...chats.values()].find((chat) => chat.accountID === accountID);
  const other = known?.participants.find(({ isSelf }) => !isSelf);
  if (other) people.startChat(accountID, other.id, newText());
}

const pageOf = ({ page }: { readonly page: number }, { pages }: Stage) => pages[page % pages.length];
