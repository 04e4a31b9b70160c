import { IncomingMessage } from 'node:http';

/**
 * Node asks a request whether it is an upgrade, once its head was read, and would then take every one for which there is a
 * listener: also those of clients that offer HTTP/2 with a request. This one is an upgrade only if `accepts` says so, and
 * otherwise served as if it had not asked. Only Node's source describes it: `parserOnIncoming` in
 * https://github.com/nodejs/node/blob/main/lib/_http_server.js
 * @returns a class of requests for `createServer`.
 */
export function createUpgradeRequest(accepts: (request: IncomingMessage) => boolean) {
  return class UpgradeRequest extends IncomingMessage {
    // The constructor of Node sets `upgrade`, before fields with a value would exist.
    declare asksForUpgrade: boolean | null;
    declare isAccepted: boolean | undefined;

    get upgrade(): boolean {
      if (!this.asksForUpgrade) return false;
      this.isAccepted ??= accepts(this);
      return this.isAccepted;
    }

    set upgrade(asks: boolean | null) {
      this.asksForUpgrade = asks;
    }
  };
}
