import { pino } from 'pino';
import type { Config } from '../../config/settings.ts';
import { openStore } from '../../writes/store/open.ts';
import { StoreOpenError } from '../../writes/store/store.ts';
import { type Finding, failure, ok, warning } from './finding.ts';
import { redisVersion } from './redisVersion.ts';

/** Opens the store as `start` does, which creates a missing directory, writes to it, and closes it. */
export async function examineStore({ store: location, beeper }: Config): Promise<Finding> {
  const warnings: string[] = [];
  try {
    const store = await openStore(location, {
      log: pino({ enabled: false }),
      warn: (sentence) => void warnings.push(sentence),
    });
    const version = location.kind === 'redis' ? await redisVersion(location.url) : null;
    await store.check().catch(() => {});
    const fault = await store.fault();
    await store.close();
    if (fault) return failure('store', fault.message, fault.remedy ?? 'Check GATEWAY_STORE.');
    const [sentence] = warnings;
    if (sentence !== undefined) return warning('store', sentence, 'See GATEWAY_STORE.');
    switch (location.kind) {
      case 'memory':
        return beeper.sandbox ? ok('store', 'memory, as the sandbox’s own data') : forgetful;
      case 'redis':
        return ok('store', `Redis ${version ?? '(unknown version)'}`);
      case 'file':
        return ok('store', location.directory);
    }
  } catch (error) {
    if (!(error instanceof StoreOpenError)) throw error;
    return error.isInUse
      ? warning('store', 'A running gateway uses the directory', 'Start no second gateway with it.')
      : failure('store', error.message, 'See GATEWAY_STORE.');
  }
}

const forgetful = warning(
  'store',
  'Idempotency keys are lost when the gateway stops (GATEWAY_STORE=memory:)',
  'Use a directory or a Redis where mutations are repeated.',
);
