import { checkImage } from './checks/image.ts';
import { checkSchemas } from './checks/schemas.ts';
import { checkUnit } from './checks/unit.ts';

/**
 * Checks of `ops/` that need more than Node and Debian packages: programs from PyPI, kubectl, or root on Linux for file
 * systems and processes of their own. Exits with 1 if one fails, or if what it needs is missing. Arguments are the names of
 * checks; all by default.
 */
const checks: Readonly<Record<string, () => Promise<string>>> = {
  schemas: checkSchemas,
  image: checkImage,
  unit: checkUnit,
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(checks);

for (const name of chosen) {
  const start = performance.now();
  const check = checks[name] ?? (() => Promise.reject(new Error('there is no such check')));
  const outcome = await check().catch((error: unknown) => error);
  const seconds = Math.round((performance.now() - start) / 1_000);
  if (outcome instanceof Error) process.exitCode = 1;
  process.stdout.write(
    outcome instanceof Error
      ? `${name}: failed after ${seconds} s\n${outcome.message}\n`
      : `${name}: ${outcome} (${seconds} s)\n`,
  );
}
