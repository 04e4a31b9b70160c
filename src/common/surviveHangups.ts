import { hasTerminal } from './endWithTerminal.ts';

/**
 * Without a terminal, SIGHUP tells the gateway to read its files again. From this call on it does not end the process, as it
 * would while nothing listens for it.
 * @returns what tells whether a signal has arrived meanwhile; in a terminal, none is waited for.
 */
export function surviveHangups(): { readonly arrived: boolean } {
  const hangups = { arrived: false };
  if (!hasTerminal()) {
    process.on('SIGHUP', () => {
      hangups.arrived = true;
    });
  }
  return hangups;
}
