/** What the document says of itself where no test runs it: the section has one of these phrases. */
export const byHand = /\b(run by hand|not run)\b/i;

/** A document, the first line of a fence, and what checks the fence. */
export type Claim = readonly [
  document: string,
  firstLine: string,
  checkedBy: `${'test' | 'scripts'}/${string}` | '.ci/run' | 'by hand',
  /** What the check runs or holds, if it names neither the document nor the line. */
  as?: string,
];

/** The code fences that are neither quotes of a file nor GraphQL. */
export const claims: readonly Claim[] = [
  [
    'CONTRIBUTING.md',
    'schema.graphql   what clients see; generated, committed, and compared with the code by a test',
    'test/docs/trees.test.ts',
  ],
  ['README.md', 'npm ci && npm start', 'test/server/start.test.ts', 'npm start'],
  [
    'README.md',
    'beeper-graphql login && beeper-graphql start',
    'test/cli/loginAndLogout.test.ts',
    "['login', ",
  ],
  [
    'docs/architecture.md',
    'POST /graphql { startChat(input: { accountID, user: { phoneNumber: "+1 555 010-1002" } }) { … } }',
    'test/docs/trees.test.ts',
  ],
  [
    'docs/architecture.md',
    'schema/live/chatEvents.ts        input is checked once; what `subscribe` throws is the one event of the stream',
    'test/docs/trees.test.ts',
  ],
  [
    'docs/architecture.md',
    'files/callerFiles.ts         BeeperAsset.contentURL: files/sources.ts says what Beeper can be asked for, files/permissions.ts',
    'test/docs/trees.test.ts',
  ],
  ['docs/command-line.md', 'npm ci && npm pack', 'test/server/package.test.ts', 'npx --offline --yes '],
  [
    'docs/connect.md',
    'beeper-graphql login && beeper-graphql start',
    'test/cli/loginAndLogout.test.ts',
    "['login', ",
  ],
  ['docs/connect.md', '✓ node      22.20.0', 'test/docs/connect.test.ts'],
  [
    'docs/federation.md',
    'type BeeperChat @key(fields: "id") { id: ID!  notes: [CrmNote!]! }',
    'test/docs/configurations.test.ts',
  ],
  ['docs/federation.md', 'npm run example:federation', 'test/federation/example.test.ts'],
  [
    'docs/federation.md',
    'npm start                                                  # http://127.0.0.1:4000/graphql',
    'test/server/start.test.ts',
    'npm start',
  ],
  ['docs/federation.md', 'federation_version: 2', 'test/docs/configurations.test.ts'],
  ['docs/federation.md', 'rover supergraph compose --config supergraph.yaml > supergraph.graphql', 'by hand'],
  ['docs/federation.md', 'supergraph:', 'test/docs/configurations.test.ts'],
  ['docs/federation.md', './router --supergraph supergraph.graphql --config router.yaml', 'by hand'],
  ['docs/federation.md', 'hive dev --service beeper --url http://127.0.0.1:4000/graphql \\', 'by hand'],
  [
    'docs/federation.md',
    "import { defineConfig } from '@graphql-hive/gateway';",
    'test/docs/configurations.test.ts',
  ],
  ['docs/federation.md', 'hive-gateway supergraph --port 4100', 'by hand'],
  ['docs/federation.md', 'ROUTER_CONFIG_FILE_PATH=router.config.yaml hive_router', 'by hand'],
  ['docs/federation.md', 'version: 1', 'test/docs/configurations.test.ts'],
  ['docs/federation.md', 'npx wgc router compose -i graph.yaml -o router.json', 'by hand'],
  ['docs/federation.md', 'version: "1"', 'test/docs/configurations.test.ts'],
  ['docs/federation.md', 'CONFIG_PATH=config.yaml ./router', 'by hand'],
  [
    'docs/federation.md',
    'extend schema @link(url: "https://specs.graphql.org/oneOf/v1.0", import: ["@oneOf"])',
    'test/docs/configurations.test.ts',
  ],
  ['docs/files.md', 'npm run example:files', 'test/live/example.test.ts', 'example:files'],
  [
    'docs/files.md',
    '<img src="{srcURL.contentURL}" width="1600" height="1200" loading="lazy" alt="harbour.jpg" />',
    'test/docs/configurations.test.ts',
  ],
  ['docs/files.md', '/**', 'test/docs/files.test.ts'],
  [
    'docs/files.md',
    "import { createUpload, sendFile as sendMessage } from './documents.js';",
    'test/docs/files.test.ts',
  ],
  ['docs/files.md', "import { createUpload } from './documents.js';", 'test/docs/files.test.ts'],
  ['docs/files.md', "import { createReadStream } from 'node:fs';", 'test/docs/files.test.ts'],
  [
    'docs/files.md',
    "export { GET, HEAD, OPTIONS, PUT } from '../../api/graphql/route';",
    'test/docs/configurations.test.ts',
  ],
  ['docs/index.md', 'npm ci && npm start', 'test/server/start.test.ts', 'npm start'],
  ['docs/live.md', 'npm run example:live', 'test/live/example.test.ts'],
  ['docs/live.md', 'location = /graphql {', 'test/docs/configurations.test.ts'],
  ['docs/live.md', 'map $http_upgrade $connection_upgrade {', 'test/docs/configurations.test.ts'],
  ['docs/live.md', 'subscription:', 'test/docs/configurations.test.ts'],
  ['docs/operations.md', 'npm ci && npm run build', 'test/docs/configurations.test.ts'],
  ['docs/operations.md', 'version=0.1.0', 'test/ops/checks/unit.ts'],
  [
    'docs/operations.md',
    'install -m 600 /dev/stdin /etc/beeper-graphql-gateway/beeper-access-token',
    'test/ops/checks/unit.ts',
  ],
  [
    'docs/operations.md',
    'key=$(node /opt/beeper-graphql-gateway/current/dist/cli.js key web)',
    'test/ops/checks/unit.ts',
  ],
  [
    'docs/operations.md',
    'install -m 644 beeper-graphql-gateway.service /etc/systemd/system/beeper-graphql-gateway.service',
    'test/ops/checks/unit.ts',
  ],
  [
    'docs/operations.md',
    'curl -fsS --retry 10 --retry-connrefused http://127.0.0.1:4000/ready',
    'test/ops/checks/unit.ts',
  ],
  [
    'docs/operations.md',
    'npm install --global --prefix ~/.local ./beeper-graphql-gateway-0.1.0.tgz',
    'test/ops/checks/unit.ts',
  ],
  ['docs/operations.md', 'docker build -f ops/Containerfile -t beeper-graphql-gateway .', 'by hand'],
  ['docs/operations.md', 'cd ops', 'by hand'],
  ['docs/operations.md', '# kustomization.yaml', 'test/docs/configurations.test.ts'],
  ['docs/operations.md', 'kubectl create namespace beeper', 'by hand'],
  [
    'docs/operations.md',
    'install -m 644 /opt/beeper-graphql-gateway/current/ops/prometheus/prometheus.yml /etc/prometheus/prometheus.yml',
    'test/ops/checks/prometheus.ts',
    'prometheus.yml',
  ],
  ['docs/operations.md', '{"level":30,', 'test/server/accessLog.test.ts'],
  [
    'docs/operations.md',
    'METRICS_PORT=9464 BEEPER_URL=http://127.0.0.1:23373 NODE_ENV=production node dist/server.js',
    'test/docs/configurations.test.ts',
  ],
  [
    'docs/operations.md',
    'OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 OTEL_TRACES_SAMPLER=traceidratio OTEL_TRACES_SAMPLER_ARG=0.1 node dist/server.js',
    'test/docs/configurations.test.ts',
  ],
  ['docs/operations.md', 'install -d /opt/beeper-graphql-gateway/$next', 'test/ops/checks/unit.ts'],
  ['docs/operations.md', '(', 'test/ops/checks/unit.ts'],
  ['docs/quickstart.md', 'npm ci && npm start', 'test/server/start.test.ts', 'npm start'],
  ['docs/quickstart.md', 'curl http://127.0.0.1:4000/graphql \\', 'test/docs/quickstart.test.ts'],
  [
    'docs/quickstart.md',
    '{ "data": { "account": { "network": "Telegram", "isUsable": true } } }',
    'test/docs/quickstart.test.ts',
  ],
  ['docs/quickstart.md', 'npx vite my-page', 'test/docs/quickstart.test.ts'],
  ['docs/settings.md', '# frontends', 'test/docs/configurations.test.ts'],
];
