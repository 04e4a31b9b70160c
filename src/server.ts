import type { AddressInfo } from 'node:net';
import { firstVersionOf } from './beeper/dialect.ts';
import { addressOf, describeBeeper, startUpBanner } from './config/banner.ts';
import { ConfigError } from './config/checks.ts';
import { type Flags, readConfig } from './config/readConfig.ts';
import { createReloader } from './config/reloader.ts';
import { rereadFiles } from './config/rereadFiles.ts';
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
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    process.on(event, (error: unknown) => {
      if (isExiting) return;
      isExiting = true;
      log.fatal({ err: error }, `Exiting: ${event}`);
      exit(1);
    });
  }

  const { app, rules, readiness, writes, close } = await openGateway(config, { log, warn, documents });
  const server = createHTTPServer(app);
  limitConnections(server.http, config.maxConnections, log);
  const { reload } = createReloader({
    read: () => rereadFiles(config),
    apply({ keys, documents }) {
      rules.current = {
        keys: keys ?? rules.current.keys,
        documents: documents ?? rules.current.documents,
      };
    },
    log,
  });
  endOnSignals({ log, server, writes, drainMs: config.drainMs, reload, close, exit });

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
