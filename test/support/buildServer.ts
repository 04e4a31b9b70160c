import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const script = fileURLToPath(new URL('../../scripts/build.js', import.meta.url));

/** Vitest global setup: builds dist/, which tests start as a process, before the first run and before each rerun. */
export default function setup(project: TestProject): void {
  const build = () => void execFileSync(process.execPath, [script, '--if-needed'], { stdio: 'inherit' });
  build();
  project.onTestsRerun(build);
}
