import type { AddressInfo } from 'node:net';
import { firstVersionOf } from './beeper/dialect.ts';
import { addressOf, describeBeeper, startUpBanner } from './config/banner.ts';
import { ConfigError } from './config/checks.ts';
import { loadDotenv } from './config/dotenv.ts';
import { type Config, loadConfig, warningsAbout } from './config/settings.ts';
import { loadDocuments } from './config/trustedDocuments.ts';
import { openGateway } from './gateway.ts';
import { limitConnections } from './http/connectionLimit.ts';
import { endOnSignals } from './http/endOnSignals.ts';
import { exampleDocument } from './http/exampleDocument.ts';
import { createHTTPServer } from './http/httpServer.ts';
import { createLog, createLogOutput } from './http/log.ts';
import { createOutput } from './http/output.ts';
import { StoreOpenError } from './writes/store/store.ts';

/** How long exiting waits for a slow reader of the log, and for each part to close. */
const flushMs = 500;

/** How long the end of the process waits for the collector of traces: after a signal, and after an error. */
const tracesMs = { signal: 2_000, error: 500 };

/** Settings by name, as text. They take precedence over the environment. */
export type Flags = Readonly<Record<string, string>>;

/**
 * Runs the gateway as this process: settings → gateway → port. Ends the process on signals and after an error, with a
 * sentence on stderr.
 */
export async function runServer(flags: Flags = {}): Promise<void> {
  const output = createLogOutput();
  const errorOutput = createOutput(process.stderr, (lines) => `${lines} lines could not be written.\n`);
  /** Ends the process. What is written must not wait for a reader, and has a short time to reach a healthy one. */
  const exit = (code: number): void => {
    Promise.all([output.flush(flushMs), errorOutput.flush(flushMs)]).finally(() => process.exit(code));
  };
  try {
    await serve(flags, { output, errorOutput, exit });
  } catch (error) {
    errorOutput.write(`${describeStartUpError(error)}\n`);
    exit(1);
  }
}

interface Process {
  readonly output: ReturnType<typeof createLogOutput>;
  readonly errorOutput: ReturnType<typeof createOutput>;
  readonly exit: (code: number) => void;
}

async function serve(flags: Flags, { output, errorOutput, exit }: Process): Promise<void> {
  const { config, warnings } = readConfig(flags);
  const documents = config.documents === null ? null : loadDocuments(config.documents);
  const log = createLog({ level: config.logLevel, production: config.production }, output);

  const warn = (sentence: string) => {
    if (config.production) log.warn(sentence);
    else errorOutput.write(`Warning: ${sentence}\n`);
  };
  warnings.forEach(warn);

  // In production a process supervisor restarts the gateway: after an unexpected error its state is not reliable.
  let isExiting = false;
  let closeTraces = async (_ms: number): Promise<void> => {};
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    process.on(event, (error: unknown) => {
      if (isExiting) return;
      isExiting = true;
      log.fatal({ err: error }, `Exiting: ${event}`);
      closeTraces(tracesMs.error).finally(() => exit(1));
    });
  }

  const { app, readiness, writes, observers, tracing, close } = await openGateway(config, {
    log,
    warn,
    documents,
  });
  if (tracing) closeTraces = tracing.close;
  const server = createHTTPServer(app, { observers });
  limitConnections(server.http, config.maxConnections, log);
  const flush = () => closeTraces(tracesMs.signal);
  endOnSignals({ log, server, writes, drainMs: config.drainMs, close, flush, exit });

  const { http } = server;
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.port, config.host, resolve);
  });
  const address = addressOf(config, (http.address() as AddressInfo).port);
  const status = await readiness();
  const beeper = describeBeeper(config, status, firstVersionOf.union);
  if (config.production) log[status.state === 'ready' ? 'info' : 'warn']({ address, beeper }, 'Listening');
  else {
    const example = documents === null ? null : exampleDocument(documents);
    output.write(startUpBanner(config, { address, beeper, status, example }));
  }
}

/** The environment takes precedence over a `.env` file in the working directory, and flags over both. */
function readConfig(flags: Flags): { config: Config; warnings: readonly string[] } {
  const file = loadDotenv('.env');
  const env = { ...file.values, ...process.env, ...flags };
  return { config: loadConfig(env, file.issues), warnings: [...file.warnings, ...warningsAbout(env)] };
}

/** What to change if the gateway can't listen at HOST and PORT. */
const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses this port; set PORT to another port, or to 0 for any free port',
  EACCES: 'this user is not allowed to use this port; set PORT to 1024 or higher',
  EADDRNOTAVAIL: 'set HOST to an address of this machine such as 127.0.0.1, or to 0.0.0.0 for all of them',
  ENOTFOUND: 'set HOST to a name or address of this machine',
};

function describeStartUpError(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreOpenError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const remedy = 'code' in error && typeof error.code === 'string' ? remedies[error.code] : undefined;
  return remedy ? `${error.message}: ${remedy}.` : (error.stack ?? error.message);
}
