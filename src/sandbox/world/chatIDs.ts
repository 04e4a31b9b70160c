import type { WorldAccount } from './model.ts';

/**
 * Returns a chat ID in the format of the account's network.
 *
 * @param key letters, digits, `_` and `-`; unique on the account.
 */
export function chatIDFor(account: WorldAccount, key: string): string {
  switch (account.bridge.type) {
    case 'imessage':
      return `imsg##thread:${Buffer.from(key.padEnd(16, '.')).toString('hex')}`;
    case 'whatsapp':
      return `!whatsapp_${key}:ba_EvYD.local-whatsapp.localhost`;
    case 'signal':
      return `!signal_${key}:ba_EvYD.local-signal.localhost`;
    case 'playground':
      return `!playground_${key}:playground`;
    case 'matrix':
      return `!${key}:beeper.com`;
    default:
      return `!${account.bridge.type}_${key}:beeper.com`;
  }
}
