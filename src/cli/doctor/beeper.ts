import { firstVersionOf } from '../../beeper/dialect.ts';
import { infoProbe } from '../../beeper/probe.ts';
import { createReadiness, type Readiness, type ReadyState } from '../../beeper/readiness.ts';
import { createServerInfo, type ServerInfo } from '../../beeper/serverInfo.ts';
import { createTransport, type Transport } from '../../beeper/transport.ts';
import { describeBeeper } from '../../config/banner.ts';
import type { Reading } from '../../config/readConfig.ts';
import type { Config } from '../../config/settings.ts';
import { printable } from '../printable.ts';
import { examineAccounts } from './accounts.ts';
import { type Finding, failure, ok, warning } from './finding.ts';
import { examineToken } from './token.ts';

const connectTimeoutMs = 3_000;
/** Looking for a lost message compares times of both clocks: see resolvers/message/lookForMessage.ts. */
const toleratedClockMs = 2_000;

/** Examines the Beeper behind the gateway, or says that it is the sandbox. */
export async function examineBeeper({ config, hasSavedToken }: Reading): Promise<readonly Finding[]> {
  const { beeper } = config;
  if (beeper.sandbox) return [sandbox];
  const transport = createTransport({ origin: beeper.url, connectTimeoutMs, maxConnections: 2 });
  try {
    const serverInfo = createServerInfo(transport, config.api);
    const readiness = await createReadiness(transport, serverInfo, beeper)();
    const problem = unreachable[readiness.state];
    if (problem) return [failure('beeper', `${beeper.url} ${problem.message}`, problem.remedy)];
    const { accessToken } = beeper;
    return [
      describe(config, readiness),
      await examineClock(transport, serverInfo),
      await examineToken({ beeper: beeper.url, accessToken, hasSavedToken, readiness }),
      ...(accessToken === null || readiness.state !== 'ready'
        ? []
        : await examineAccounts(transport, accessToken)),
    ];
  } finally {
    await transport.close();
  }
}

const sandbox = warning(
  'beeper',
  'The gateway uses the sandbox, which is not connected to Beeper',
  'Run `beeper-graphql login`, or set BEEPER_URL.',
);

const unreachable: Partial<Record<ReadyState, { message: string; remedy: string }>> = {
  silent: {
    message: 'does not answer',
    remedy: 'Start Beeper Desktop and turn on its API (Settings → Developers), or set BEEPER_URL.',
  },
  failing: { message: 'answers with errors', remedy: 'Wait until Beeper Desktop has started.' },
  'not-beeper': {
    message: 'is not Beeper: another program answers',
    remedy: 'Set BEEPER_URL to the address of Beeper Desktop.',
  },
};

function describe(config: Config, { server }: Readiness): Finding {
  const text = printable(describeBeeper(config, { state: 'ready', server }, firstVersionOf.union));
  const dialect = server?.dialect ?? null;
  if (config.api === 'auto') {
    if (dialect === null) return warning('beeper', text, 'Set BEEPER_API to use startChat.');
    if (dialect === 'create-only') return warning('beeper', text, 'Update Beeper Desktop.');
  } else if (dialect !== null && dialect !== config.api) {
    return warning('beeper', text, 'Unset BEEPER_API.');
  }
  return ok('beeper', text);
}

async function examineClock(transport: Transport, serverInfo: ServerInfo): Promise<Finding> {
  const answer = await transport.call(infoProbe()).catch(() => null);
  serverInfo.observe(answer?.appVersion ?? null, answer?.date ?? null);
  const ahead = serverInfo.clockAheadMs();
  if (ahead === null) {
    return warning(
      'clock',
      'Beeper does not tell its time: messages whose answer is lost are looked for as if the clocks agreed',
      'A proxy may remove the Date header.',
    );
  }
  if (Math.abs(ahead) <= toleratedClockMs) return ok('clock', 'agrees with that of Beeper');
  const difference = `${Math.round(Math.abs(ahead) / 1_000)} s ${ahead > 0 ? 'behind' : 'ahead of'} that of Beeper`;
  return warning(
    'clock',
    `${difference}: messages whose answer is lost can’t be found for certain`,
    'Synchronize the clocks of both machines (NTP).',
  );
}
