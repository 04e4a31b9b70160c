import { type Paging, pagings } from './server/paginate.ts';
import { startSandbox } from './server/startSandbox.ts';
import { dialectOf, isVersion } from './server/version.ts';

const portText = process.env.SANDBOX_PORT ?? '23373';
const appVersion = process.env.SANDBOX_APP_VERSION ?? '4.3.73';
const pagingText = process.env.SANDBOX_PAGING ?? 'adjoining';

function exitWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) exitWith(`SANDBOX_PORT must be a port number, not "${text}".`);
  return port;
}

function readPaging(text: string): Paging {
  const paging = pagings.find((one) => one === text);
  return paging ?? exitWith(`SANDBOX_PAGING must be one of ${pagings.join(', ')}, not "${text}".`);
}

if (!isVersion(appVersion))
  exitWith(`SANDBOX_APP_VERSION must be a version such as 4.3.73, not "${appVersion}".`);
const options = { port: readPort(portText), appVersion, paging: readPaging(pagingText) };
const sandbox = await startSandbox(options).catch((error: Error) =>
  exitWith(`The sandbox cannot listen on port ${portText}: ${error.message}`),
);

process.stdout.write(
  [
    'The sandbox is running. It simulates Beeper Desktop and is not connected to Beeper.',
    `  URL      ${sandbox.url}`,
    `  token    ${sandbox.token}`,
    `  version  ${sandbox.appVersion} (dialect: ${dialectOf(sandbox.appVersion)})`,
    '',
  ].join('\n'),
);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void sandbox.close());
}
