import { setTimeout as sleep } from 'node:timers/promises';
import type { App, AppOptions, Settings } from '../types/index.d.ts';
import { fewOf } from './config/fewIssues.ts';
import { loadConfig, replicaWarnings, warningsAbout } from './config/settings.ts';
import { loadDocuments } from './config/trustedDocuments.ts';
import { openGateway } from './gateway.ts';
import { createLog } from './http/log.ts';
import { mount } from './http/mount.ts';
import { shutDown } from './http/streamEnds.ts';

/** How long `close` waits for the collector of spans. */
const spansMs = 2_000;

/**
 * Opens a gateway for a server of somebody else: it reads no environment, and changes nothing of the process.
 * @throws {ConfigError} with every setting that is not valid.
 * @throws {StoreOpenError} where the store's directory can't be used.
 */
export async function openMounted(settings: Settings, { log: destination }: AppOptions): Promise<App> {
  // Metrics have a port of their own, which a mounted gateway does not open, and upgrades are up to the server.
  const config = { ...loadConfig({ ...settings }), metricsPort: null, webSocket: false };
  const level = destination === undefined ? 'silent' : config.logLevel;
  const log = createLog({ level }, { write: (line) => void destination?.write(line) });
  const warn = (sentence: string) => log.warn(sentence);
  fewOf([...warningsAbout({ ...settings }), ...replicaWarnings(config)]).forEach(warn);

  const documents = config.documents === null ? null : loadDocuments(config.documents);
  const { app, writes, live, observers, tracing, close } = await openGateway(config, {
    log,
    warn,
    documents,
  });
  const { beeper, keys, drainMs } = config;
  return {
    ...mount(app, {
      observers,
      isOpen: !beeper.sandbox && beeper.accessToken !== null && keys.length === 0,
      // Without keys, settings with a token have no other HOST than one of loopback.
      isLocal: (settings.HOST ?? '') !== '',
    }),
    async close() {
      live.close(shutDown());
      writes.endWithin(drainMs);
      const deadline = sleep(drainMs, undefined, { ref: false });
      await Promise.race([Promise.allSettled(writes.running), deadline]);
      await Promise.all([close(), tracing?.close(spansMs)]);
    },
  };
}
