import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A file of each layer, and what it tries to import. */
const forbidden: [file: string, imported: string][] = [
  ['src/failures.ts', './common/sha256.ts'],
  ['src/common/x.ts', '../failures.ts'],
  ['src/config/x.ts', '../beeper/dialect.ts'],
  ['src/config/x.ts', '../http/log.ts'],
  ['src/telemetry/x.ts', '../http/log.ts'],
  ['src/telemetry/x.ts', '../beeper/dialect.ts'],
  ['src/telemetry/x.ts', 'graphql'],
  ['src/telemetry/x.ts', '../config/settings.ts'],
  ['src/http/x.ts', '../telemetry/metrics.ts'],
  ['src/beeper/x.ts', '../telemetry/metrics.ts'],
  ['src/beeper/x.ts', '../writes/pipeline.ts'],
  ['src/beeper/x.ts', '../context.ts'],
  ['src/beeper/x.ts', 'undici'],
  ['src/beeper/x.ts', 'graphql'],
  ['src/beeper/x.ts', 'zod'],
  ['src/beeper/chats/x.ts', '../../writes/pipeline.ts'],
  ['src/beeper/chats/x.ts', '../../resolvers/chat/chat.ts'],
  ['src/beeper/chats/x.ts', 'undici'],
  ['src/beeper/chats/x.ts', 'zod'],
  ['src/beeper/transport.ts', 'undici'],
  ['src/beeper/pool.ts', '../writes/pipeline.ts'],
  ['src/beeper/pool.ts', 'ws'],
  ['src/files/x.ts', '../context.ts'],
  ['src/files/x.ts', '../writes/pipeline.ts'],
  ['src/files/x.ts', '../http/log.ts'],
  ['src/files/x.ts', 'undici'],
  ['src/files/x.ts', 'graphql'],
  ['src/writes/x.ts', '../files/files.ts'],
  ['src/live/x.ts', '../files/files.ts'],
  ['src/beeper/events/x.ts', 'ws'],
  ['src/beeper/events/x.ts', '../../live/hub.ts'],
  ['src/beeper/events/socket.ts', '../../live/hub.ts'],
  ['src/beeper/events/socket.ts', 'zod'],
  ['src/live/x.ts', '../context.ts'],
  ['src/live/x.ts', '../writes/pipeline.ts'],
  ['src/live/x.ts', 'ws'],
  ['src/live/x.ts', 'undici'],
  ['src/live/x.ts', 'graphql'],
  ['src/writes/x.ts', '../live/hub.ts'],
  ['src/telemetry/x.ts', '../live/hub.ts'],
  ['src/schema/live/x.ts', '../../live/hub.ts'],
  ['src/writes/x.ts', '../beeper/transport.ts'],
  ['src/writes/x.ts', '../context.ts'],
  ['src/writes/store/x.ts', '../../resolvers/chat/chat.ts'],
  ['src/resolvers/x.ts', '../writes/store/store.ts'],
  ['src/resolvers/chat/x.ts', '../../writes/store/store.ts'],
  ['src/resolvers/chat/x.ts', '../../writes/idempotency.ts'],
  ['src/resolvers/chat/x.ts', '../../beeper/transport.ts'],
  ['src/resolvers/chat/x.ts', '../../beeper/call.ts'],
  ['src/resolvers/chat/x.ts', '../../schema/builder.ts'],
  ['src/resolvers/chat/x.ts', 'graphql'],
  ['src/resolvers/chat/x.ts', '@pothos/core'],
  ['src/schema/x.ts', '../beeper/call.ts'],
  ['src/schema/chat/x.ts', '../../beeper/call.ts'],
  ['src/schema/chat/x.ts', '../../beeper/chats/api.ts'],
  ['src/schema/chat/x.ts', '../../http/log.ts'],
  ['src/schema/chat/capabilities/x.ts', '../../../beeper/transport.ts'],
  ['src/newRoom/x.ts', 'undici'],
  ['src/http/x.ts', '../schema/builder.ts'],
  ['src/http/guards/x.ts', '../../beeper/transport.ts'],
  ['src/http/limits/x.ts', '../../schema/validation.ts'],
  ['src/http/x.ts', '../sandbox/index.ts'],
  ['src/sandbox/x.ts', '../writes/idempotency.ts'],
  ['src/sandbox/x.ts', '../common/sha256.ts'],
  ['src/sandbox/routes/x.ts', '../../beeper/dialect.ts'],
  ['src/sandbox/world/x.ts', '../../failures.ts'],
  ['src/context.ts', './schema/index.ts'],
  ['src/app.ts', './beeper/transport.ts'],
  ['src/app.ts', './sandbox/index.ts'],
  ['src/gateway.ts', './schema/index.ts'],
  ['src/server.ts', './schema/index.ts'],
  ['src/server.ts', './app.ts'],
  ['src/index.ts', './gateway.ts'],
  ['src/mounted.ts', './beeper/transport.ts'],
  ['src/mounted.ts', './schema/index.ts'],
  ['src/cli/x.ts', '../server.ts'],
  ['src/cli/x.ts', '../config/settings.ts'],
  ['src/cli/commands/x.ts', '../../app.ts'],
  ['src/cli/commands/x.ts', '../../resolvers/chat/chat.ts'],
  ['src/main.ts', './app.ts'],
  ['src/main.ts', './common/version.ts'],
  ['src/main.ts', 'graphql'],
];

const allowed: readonly [file: string, imported: string][] = [
  ['src/config/x.ts', '../common/sha256.ts'],
  ['src/beeper/pool.ts', 'undici'],
  ['src/beeper/events/socket.ts', 'ws'],
  ['src/beeper/events/x.ts', '../messages/wire.ts'],
  ['src/live/x.ts', '../beeper/events/socket.ts'],
  ['src/live/x.ts', '../failures.ts'],
  ['src/http/x.ts', 'ws'],
  ['src/http/x.ts', '../live/hub.ts'],
  ['src/sandbox/routes/x.ts', 'ws'],
  ['src/context.ts', './live/hub.ts'],
  ['src/app.ts', './live/hub.ts'],
  ['src/gateway.ts', './live/hub.ts'],
  ['src/resolvers/live/x.ts', '../../live/hub.ts'],
  ['src/schema/live/x.ts', '../../live/events.ts'],
  ['src/beeper/chats/x.ts', '../../failures.ts'],
  ['src/beeper/chats/x.ts', '../operation.ts'],
  ['src/beeper/chats/x.ts', '../messages/wire.ts'],
  ['src/writes/x.ts', '../beeper/operation.ts'],
  ['src/writes/x.ts', './store/store.ts'],
  ['src/resolvers/chat/x.ts', '../../beeper/chats/api.ts'],
  ['src/resolvers/chat/x.ts', '../../context.ts'],
  ['src/resolvers/chat/x.ts', '../message/messages.ts'],
  ['src/schema/chat/x.ts', '../../resolvers/chat/chat.ts'],
  ['src/schema/chat/x.ts', '../message/message.ts'],
  ['src/schema/chat/x.ts', 'graphql'],
  ['src/http/guards/x.ts', '../../context.ts'],
  ['src/gateway.ts', './sandbox/index.ts'],
  ['src/server.ts', './gateway.ts'],
  ['src/server.ts', './telemetry/metrics.ts'],
  ['src/gateway.ts', './telemetry/metrics.ts'],
  ['src/telemetry/x.ts', '../common/requestRecord.ts'],
  ['src/telemetry/x.ts', '../config/tracing.ts'],
  ['src/cli/x.ts', './commands/start.ts'],
  ['src/cli/commands/x.ts', '../../server.ts'],
  ['src/cli/commands/x.ts', '../../schema/index.ts'],
  ['src/cli/x.ts', '../config/settingHelp.ts'],
  ['src/index.ts', './mounted.ts'],
  ['src/mounted.ts', './gateway.ts'],
  ['src/main.ts', './server.ts'],
  ['src/main.ts', './common/surviveHangups.ts'],
];

/** Every folder of `src/`: none of them may import undici, and few may import ws. */
const folders = execFileSync('git', ['ls-files', 'src'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .map((file) => dirname(file));
for (const folder of new Set(folders)) {
  forbidden.push([`${folder}/everyFolder.ts`, 'undici']);
  if (!/^src\/(http|sandbox)\b/.test(folder)) forbidden.push([`${folder}/everyFolder.ts`, 'ws']);
}

test('a forbidden import fails the linter, and an allowed one does not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'layers-'));
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'));
  const texts = new Map<string, string[]>();
  for (const [file, imported] of [...forbidden, ...allowed])
    texts.set(file, [...(texts.get(file) ?? []), imported]);
  for (const [file, imports] of texts) {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await writeFile(join(folder, file), imports.map((from) => `import '${from}';\n`).join(''));
  }

  const args = ['lint', '--only=style/noRestrictedImports', '--vcs-enabled=false', '--reporter=json'];
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    [...args, '--max-diagnostics=none', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  await rm(folder, { recursive: true });

  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  const reported = diagnostics.map(({ location: { path, start } }) => {
    const [imported] = texts.get(path)?.slice(start.line - 1) ?? [];
    return `${path} → ${imported}`;
  });
  expect(reported.toSorted()).toEqual(forbidden.map((pair) => pair.join(' → ')).toSorted());
});

interface Diagnostic {
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}
