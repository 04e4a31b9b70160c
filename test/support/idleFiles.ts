import { createTransfers } from '../../src/beeper/assets/transfers.ts';
import type { ServerInfo } from '../../src/beeper/serverInfo.ts';
import { createFiles } from '../../src/files/files.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';

/** Files for a gateway that is asked for none. */
export const idleFiles = (serverInfo: ServerInfo) =>
  createFiles({
    secret: null,
    transfers: createTransfers({ origin: 'http://127.0.0.1:9', connectTimeoutMs: 1_000, maxConnections: 1 }),
    serverInfo,
    store: createMemoryStore(),
    accessToken: null,
    mayUse: () => true,
  });
