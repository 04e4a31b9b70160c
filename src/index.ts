import { setTimeout as sleep } from 'node:timers/promises';
import type * as API from '../types/index.d.ts';

/**
 * The module of the package. It is held to its types in types/index.d.ts, and loads the gateway only when one is opened. No
 * object of graphql crosses it, so that its copy of graphql need not be that of the host.
 */

export const createApp: typeof API.createApp = async (settings = {}, { log: destination } = {}) => {
  const { loadConfig, warningsAbout } = await import('./config/settings.ts');
  const config = loadConfig(settings);
  const [{ loadDocuments }, { openGateway }, { createLog }, { mount }] = await Promise.all([
    import('./config/trustedDocuments.ts'),
    import('./gateway.ts'),
    import('./http/log.ts'),
    import('./http/mount.ts'),
  ]);
  const level = destination === undefined ? 'silent' : config.logLevel;
  const log = createLog({ level, production: true }, { write: (line) => void destination?.write(line) });
  const warn = (sentence: string) => log.warn(sentence);
  for (const warning of warningsAbout(settings)) warn(warning);

  const documents = config.documents === null ? null : loadDocuments(config.documents);
  const { app, writes, close } = await openGateway(config, { log, warn, documents });
  // With a token of its own and without keys, a gateway serves only callers on this machine.
  const isOpen = !config.beeper.sandbox && config.beeper.accessToken !== null && config.keys.length === 0;
  return {
    ...mount(app, { log, isOpen, isLocal: settings.HOST !== undefined && settings.HOST !== '' }),
    async close() {
      writes.endWithin(config.drainMs);
      const deadline = sleep(config.drainMs, undefined, { ref: false });
      await Promise.race([Promise.allSettled(writes.running), deadline]);
      await close();
    },
  };
};

export const printSchema: typeof API.printSchema = async () => {
  const { clientSDL } = await import('./schema/index.ts');
  return clientSDL();
};
