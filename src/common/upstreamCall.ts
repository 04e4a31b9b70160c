/** One HTTP call to Beeper that has ended. Times are on the clock of `performance.now()`. */
export interface UpstreamCall {
  readonly method: string;
  /** One of the closed list in `beeper/routes.ts`, such as `/v1/chats/{chatID}`: it names no chat and no person. */
  readonly route: string;
  /** That of the answer; null where none arrived. */
  readonly status: number | null;
  /** Why no complete answer arrived, such as `deadline` or `connection`; null where one did. */
  readonly error: string | null;
  /** Whether Beeper may have read the call. */
  readonly sent: boolean;
  /** How often the call was made before, because it failed. */
  readonly resends: number;
  readonly startedAt: number;
  readonly endedAt: number;
}
