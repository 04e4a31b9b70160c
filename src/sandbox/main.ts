import { runSandbox } from './run.ts';

/** The sandbox as a process, with its settings in the environment. */
const { SANDBOX_PORT, SANDBOX_APP_VERSION, SANDBOX_PAGING, SANDBOX_LIFE } = process.env;

try {
  const { greeting } = await runSandbox(
    { port: SANDBOX_PORT, appVersion: SANDBOX_APP_VERSION, paging: SANDBOX_PAGING, life: SANDBOX_LIFE },
    {
      port: 'SANDBOX_PORT',
      appVersion: 'SANDBOX_APP_VERSION',
      paging: 'SANDBOX_PAGING',
      life: 'SANDBOX_LIFE',
    },
  );
  process.stdout.write(greeting);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
