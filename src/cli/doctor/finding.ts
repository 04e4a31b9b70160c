/** What a check can be about. Programs read these names, so they do not change. */
export type FindingID =
  | 'node'
  | 'settings'
  | 'beeper'
  | 'clock'
  | 'token'
  | 'accounts'
  | 'account'
  | 'store'
  | 'exposure'
  | 'origins'
  | 'port';

/** The result of one check. No text has a token, a phone number, an email address or the name of a person. */
export interface Finding {
  /** `settings`, `origins` and `account` can occur several times. */
  readonly id: FindingID;
  /** `warning`: it works, and something may be missing. `failure`: the gateway does not start, or can't serve. */
  readonly status: 'ok' | 'warning' | 'failure';
  readonly message: string;
  /** What to do; null for `ok`. */
  readonly remedy: string | null;
}

export const ok = (id: FindingID, message: string): Finding => ({ id, status: 'ok', message, remedy: null });

export const warning = (id: FindingID, message: string, remedy: string): Finding => ({
  id,
  status: 'warning',
  message,
  remedy,
});

export const failure = (id: FindingID, message: string, remedy: string): Finding => ({
  id,
  status: 'failure',
  message,
  remedy,
});
