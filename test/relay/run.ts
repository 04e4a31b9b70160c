import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes the artifacts of examples/snippets/relay with relay-compiler, and compares them with those that are committed; with
 * `--write` it replaces them. The compiler is not among the packages of the project, because it takes 120 MB: needs npm's
 * registry. Ends with exit code 1 after a difference.
 */
const compiler = 'relay-compiler@21.0.1';
const root = fileURLToPath(new URL('../..', import.meta.url));
const committed = join(root, 'examples/snippets/relay/__generated__');
const copy = mkdtempSync(join(tmpdir(), 'relay-'));
// As deep as it is in the repository: the configuration names ../../../schema.graphql.
const folder = join(copy, 'examples/snippets/relay');
const generated = join(folder, '__generated__');

cpSync(join(root, 'schema.graphql'), join(copy, 'schema.graphql'));
cpSync(join(root, 'examples/snippets/relay'), folder, { recursive: true });
rmSync(generated, { recursive: true });
mkdirSync(generated);
execFileSync('npx', ['--yes', compiler, 'relay.config.json'], { cwd: folder, stdio: 'inherit' });

const readAll = (path: string) =>
  Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]));
if (process.argv.includes('--write')) {
  rmSync(committed, { recursive: true });
  cpSync(generated, committed, { recursive: true });
} else if (JSON.stringify(readAll(generated)) !== JSON.stringify(readAll(committed))) {
  process.stdout.write('The artifacts differ from those that are committed: npm run test:relay -- --write\n');
  process.exitCode = 1;
} else process.stdout.write('The artifacts are those that are committed.\n');
rmSync(copy, { recursive: true });
