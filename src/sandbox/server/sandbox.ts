import type { IncomingHttpHeaders } from 'node:http';
import type { Live } from '../live/live.ts';
import type { SandboxRoute } from '../routes/routes.ts';
import type { GeneratedContent } from '../world/generatedFile.ts';
import type { LifeOptions } from '../world/life.ts';
import type { WorldChat } from '../world/model.ts';
import type { People } from '../world/people.ts';
import type { Removal } from '../world/types.ts';
import type { Fault } from './fault.ts';
import type { Paging } from './paginate.ts';

/** The default access token of a sandbox. */
export const sandboxToken = 'sandbox-token';

export interface SandboxOptions {
  /** Decides the dialect: below 4.2.557 `create-only`, below 4.2.808 `union`, else `split`. Default '4.3.73'. */
  appVersion?: string;
  /** `app.name` of GET /v1/info. Other servers of the same API have other names. Default 'Beeper'. */
  appName?: string;
  /** How the lists page towards newer items. Default 'adjoining', as documented. */
  paging?: Paging;
  /** Whether lists repeat their last page for ever, each time with another cursor, as apps were seen to do. Default false. */
  repeatsEnd?: boolean;
  /** Whether GET /v1/chats lists the chats that are part of a merged chat. Default false. Both were seen. */
  listsMergedParts?: boolean;
  /**
   * Time from a send until the message gets its final ID, or fails. 0 for at once, before the response. With 'never',
   * messages stay pending until `settle()`. Default 150.
   */
  sendAfterMs?: number | 'never';
  /** What becomes of a message that is deleted for everyone. Default 'tombstone'. */
  removal?: Removal;
  /** Time between two pings of a WebSocket. Default 30,000. */
  pingMs?: number;
  /** Whether `message.deleted` tells that a pending message has its final ID now. Default false. */
  tellsReplaced?: boolean;
  /** Whether people write, react, read and answer by themselves. Default false. */
  life?: boolean | LifeOptions;
  /** How far the app's clock is ahead of the real one. It dates new chats, and sent, edited and deleted messages. Default 0. */
  clockOffsetMs?: number;
  /** Default 0: any free port. */
  port?: number;
  /** An access token for everything. The sandbox accepts it, and those of its OAuth endpoints. Default `sandboxToken`. */
  token?: string;
  /** Time for which a code of the consent page can be exchanged for a token. Default a minute. */
  codeLifetimeMs?: number;
  /** Time for which access tokens are valid. Default 30 days. */
  tokenLifetimeMs?: number;
  /** Maximum size of an uploaded file in bytes. Default 500,000,000. */
  maxUploadBytes?: number;
  /** Time after which an idle connection closes. Also sent to clients in `Keep-Alive`, in seconds. Default 5000. */
  keepAliveTimeoutMs?: number;
}

/** A request that the sandbox received. */
export interface SandboxCall {
  method: string;
  /** With the query, percent-encoded as received. */
  path: string;
  /** Null if no version of the app has a route for the request. */
  route: SandboxRoute | null;
  headers: IncomingHttpHeaders;
  /** Decoded as UTF-8. '' if there is none, or as long as it has not been read completely. */
  body: string;
  /** The parsed body; undefined if the body is not JSON. */
  json: unknown;
  /** What arrived of a form with a file; undefined for other calls, whose body is text. */
  upload?: UploadCall;
  /** Whether the client closed the connection before it received the complete response. */
  aborted: boolean;
}

/** A form with a file that the sandbox received, without the bytes of the file. */
export interface UploadCall {
  /** The fields that are no file. */
  fields: Record<string, string>;
  /** File name of the part with the file; undefined if it has none. */
  fileName?: string | undefined;
  /** Content type of the part with the file, `text/plain` if it names none. */
  mimeType?: string | undefined;
  /** How much of the file arrived. Counts while it arrives. */
  bytes: number;
  /** Of the file, in hexadecimal digits. Null until the form has arrived completely. */
  sha256: string | null;
}

/** A running simulation of Beeper Desktop. */
export interface Sandbox extends AsyncDisposable {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  readonly token: string;
  /** Can be set at any time, to simulate an update of the app. Dialect, /v1/info and version header change too. */
  appVersion: string;
  /** Can be set at any time. */
  appName: string;
  /** Can be set at any time. */
  paging: Paging;
  /** Can be set at any time. */
  listsMergedParts: boolean;
  /** Can be set at any time. */
  sendAfterMs: number | 'never';
  /** Can be set at any time, to let messages age. */
  clockOffsetMs: number;
  /** Can be set at any time. */
  removal: Removal;
  /** The WebSockets of GET /v1/ws, and their faults. A fault of that route concerns the upgrade. */
  readonly live: Live;
  /** What other people do. */
  readonly people: People;
  /** Every request received, oldest first, including those that got a fault. `calls.length = 0` clears it. */
  readonly calls: SandboxCall[];
  /** The current chats by ID. */
  readonly chats: ReadonlyMap<string, WorldChat>;
  /**
   * Changes a chat in any way, as if it happened in the app, and sends the events. Changes that are made without it send
   * none.
   * @throws {Error} if there is no such chat.
   */
  change(chatID: string, change: (chat: WorldChat) => void): void;
  /** Number of open sockets, WebSockets among them. */
  readonly openSockets: number;
  /** Number of connections accepted since the start. */
  readonly connections: number;
  /** Number of uploaded files on the disk, those that are still arriving among them. `close` deletes them. */
  readonly storedFiles: number;
  /** Accepts another token for everything, for `tokenLifetimeMs` unless a lifetime is given. */
  addToken(token: string, lifetimeMs?: number): void;
  /**
   * Puts a file at a URL of any scheme, for GET /v1/assets/serve: these bytes, or generated ones that take no memory, of
   * which `generatedSHA256` tells the hash.
   */
  addFile(url: string, content: Uint8Array | GeneratedContent): void;
  /** Takes the file from a URL, as if the network no longer had it: GET /v1/assets/serve answers 502. */
  removeFile(url: string): void;
  /** Adds a fault for one call of the route. Calls take the faults in the order in which they were added. */
  next(route: SandboxRoute, fault: Fault): void;
  /** Sets the fault of every call that finds no queued fault. Null removes it. */
  always(route: SandboxRoute, fault: Fault | null): void;
  /** Ends the sending of every pending message at once. Messages of the playground that never leave pending stay. */
  settle(): void;
  /** Stops listening and destroys every socket at once, as if the app was killed. Repeated calls do nothing. */
  close(): Promise<void>;
}
