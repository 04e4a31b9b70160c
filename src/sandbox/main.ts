import { startSandbox } from './server/startSandbox.ts';
import { dialectOf, isVersion } from './server/version.ts';

const PORT = process.env.SANDBOX_PORT ?? '23373';
const VERSION = process.env.SANDBOX_APP_VERSION ?? '4.3.73';

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) refuse(`SANDBOX_PORT is not a port number: ${text}`);
  return port;
}

if (!isVersion(VERSION)) refuse(`SANDBOX_APP_VERSION is not a version such as 4.3.73: ${VERSION}`);
const sandbox = await startSandbox({ port: readPort(PORT), appVersion: VERSION }).catch((error: Error) =>
  refuse(`The sandbox can't listen on port ${PORT}: ${error.message}`),
);

process.stdout.write(
  [
    'A stand-in for Beeper Desktop; no Beeper is connected.',
    `  url      ${sandbox.url}`,
    `  token    ${sandbox.token}`,
    `  version  ${sandbox.appVersion} (dialect: ${dialectOf(sandbox.appVersion)})`,
    '',
  ].join('\n'),
);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void sandbox.close());
}
