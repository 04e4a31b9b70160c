import { focusApp as endpoint, type Focused } from '../../beeper/focus/api.ts';
import type { Context } from '../../context.ts';
import { InvalidInputFailure } from '../../failures.ts';

export type AppFocused = Focused;

export interface FocusAppInput {
  readonly chatID?: string | null | undefined;
  readonly messageID?: string | null | undefined;
  readonly draftText?: string | null | undefined;
}

/**
 * Brings Beeper to the front on the computer it runs on.
 * @throws {InvalidInputFailure} for a message or text without its chat.
 */
export async function focusApp(input: FocusAppInput, { beeper }: Context): Promise<Focused> {
  requireChat(input);
  const { chatID, messageID, draftText } = input;
  return beeper.write<Focused>({
    operation: 'focusApp',
    inputPaths: () => ({
      chatID: ['input', 'chatID'],
      messageID: ['input', 'messageID'],
      draftText: ['input', 'draftText'],
    }),
    ...endpoint({
      chatID: chatID ?? undefined,
      messageID: messageID ?? undefined,
      draftText: draftText ?? undefined,
    }),
  });
}

function requireChat({ chatID, ...inChat }: FocusAppInput): void {
  if (chatID != null) return;
  const issues = Object.entries(inChat)
    .filter(([, value]) => value != null)
    .map(([name]) => ({
      path: ['input', name],
      code: 'missing_chat',
      message: `\`${name}\` needs \`chatID\`: the chat that it is in.`,
    }));
  if (issues.length > 0) throw new InvalidInputFailure(issues);
}
