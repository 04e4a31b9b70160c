import { getLabels } from '../../beeper/chats/api.ts';
import type { Label } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';

/** @returns all labels; none where Beeper has no labels. */
export async function labels({ beeper }: Context): Promise<readonly Label[]> {
  return (await beeper.read(getLabels())).labels;
}
