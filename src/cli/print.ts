/**
 * Writes to stdout. A command that has printed must end by itself: `process.exit` would drop what a slow pipe has not taken.
 * @returns once everything is written, or the reader has left, as `head` does. If it can't be written, as on a full disk,
 * stderr says why and the exit code is 1.
 */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Without it, the end of the reader of stdout, or of space on a disk, ends the process with a stack trace. */
export function watchStdout(): void {
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') return;
    process.stderr.write(`error: stdout can't be written: ${error.message}\n`);
    process.exitCode = 1;
  });
}
