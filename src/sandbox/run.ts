import { pagings } from './server/paginate.ts';
import { startSandbox } from './server/startSandbox.ts';
import { dialectOf, isVersion } from './server/version.ts';

/** What a person gave, as text. */
export interface SandboxInput {
  readonly port?: string | undefined;
  readonly appVersion?: string | undefined;
  readonly paging?: string | undefined;
  readonly life?: string | undefined;
}

/**
 * Runs the sandbox as this process, until SIGTERM or SIGINT.
 * @param names what each part of the input is called where it was given.
 * @throws {Error} with one sentence, if the input is not valid or the port can't be used.
 */
export async function runSandbox(
  { port = '23373', appVersion = '4.3.73', paging: pagingText = 'adjoining', life = 'on' }: SandboxInput,
  names: Readonly<Record<keyof SandboxInput, string>>,
): Promise<{ readonly greeting: string; close(): Promise<void> }> {
  if (!isVersion(appVersion))
    throw new Error(`${names.appVersion} must be a version such as 4.3.73, not "${appVersion}".`);
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    throw new Error(`${names.port} must be a port number, not "${port}".`);
  const paging = pagings.find((one) => one === pagingText);
  if (paging === undefined)
    throw new Error(`${names.paging} must be one of ${pagings.join(', ')}, not "${pagingText}".`);
  if (life !== 'on' && life !== 'off') throw new Error(`${names.life} must be on or off, not "${life}".`);

  const options = { port: Number(port), appVersion, paging, life: life === 'on' };
  const sandbox = await startSandbox(options).catch((error: Error) => {
    throw new Error(`The sandbox cannot listen on port ${port}: ${error.message}`);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void sandbox.close());
  const greeting = [
    'The sandbox is running. It simulates Beeper Desktop and is not connected to Beeper.',
    `  URL      ${sandbox.url}`,
    `  token    ${sandbox.token}`,
    `  version  ${sandbox.appVersion} (dialect: ${dialectOf(sandbox.appVersion)})`,
    'For a gateway in front of it:',
    `  BEEPER_URL=${sandbox.url} BEEPER_ACCESS_TOKEN=${sandbox.token}`,
    '',
  ].join('\n');
  return { greeting, close: () => sandbox.close() };
}
