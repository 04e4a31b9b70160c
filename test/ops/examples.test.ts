import { DockerfileParser } from 'dockerfile-ast';
import { describe, expect, test } from 'vitest';
import { loadConfig, replicaWarnings, settingNames } from '../../src/config/settings.ts';
import {
  composeFile,
  directives,
  environments,
  kubernetes,
  kubernetesFiles,
  read,
  systemUnit,
} from './examples.ts';

/** What the files of secrets may hold. */
const secrets: Readonly<Record<string, string>> = {
  BEEPER_ACCESS_TOKEN: 'token',
  GATEWAY_KEYS: `web:${'0'.repeat(64)}`,
  GATEWAY_STORE: 'redis://user:password@redis.example:6379',
  GATEWAY_ASSET_SECRET: '0123456789abcdef'.repeat(4),
};

/** The settings of an example, with the content of files in their place. */
function configOf(example: string) {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(environments[example] ?? {})) {
    const bare = name.replace(/_FILE$/, '');
    expect(settings, `${bare} is set twice`).not.toHaveProperty(bare);
    settings[bare] = bare === name ? String(value) : (secrets[bare] ?? `no secret: ${name}`);
  }
  return loadConfig(settings);
}

const deployment = kubernetes('base/deployment.yaml');
const podSpec = deployment.spec.template.spec;
const [container] = podSpec.containers;
const replicas = kubernetes('replicas/redis.yaml').spec;
const single = kubernetes('single/volume-store.yaml').spec;

test.each(Object.keys(environments))('the gateway takes the settings of %s', (example) => {
  const names: readonly string[] = [...settingNames, 'XDG_STATE_HOME'];
  expect(Object.keys(environments[example] ?? {}).filter((name) => !names.includes(name))).toEqual([]);
  expect(configOf(example)).toMatchObject({ production: true, beeper: { sandbox: false } });
  expect(replicaWarnings(configOf(example))).toEqual([]);
});

test.each([
  ['systemd', Number(directives(systemUnit, 'TimeoutStopSec')[0])],
  ['compose', Number.parseInt(composeFile.services.gateway.stop_grace_period, 10)],
  ['kubernetes, replicas', podSpec.terminationGracePeriodSeconds],
  ['kubernetes, single', podSpec.terminationGracePeriodSeconds],
])('%s waits for the delay and the drain before it kills', (example, seconds) => {
  const { shutdownDelayMs, drainMs } = configOf(example);
  // Closing the store and flushing the log take at most 500 ms each, and sending spans 2 s.
  expect(seconds * 1_000).toBeGreaterThanOrEqual(shutdownDelayMs + drainMs + 3_000);
});

describe('the store', () => {
  test('several replicas and rolling updates share a Redis', () => {
    expect(replicas.replicas).toBeGreaterThan(1);
    expect(replicas.strategy.rollingUpdate.maxUnavailable).toBe(0);
    expect(configOf('kubernetes, replicas').store.kind).toBe('redis');
  });

  test('a directory has one pod, which ends before the next one starts, and a volume that no other pod gets', () => {
    expect(configOf('kubernetes, single').store.kind).toBe('file');
    expect(single).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    expect(kubernetes('single/volume.yaml').spec.accessModes).toEqual(['ReadWriteOncePod']);
    expect(single.template.spec.volumes[0].persistentVolumeClaim.claimName).toBe(
      kubernetes('single/volume.yaml').metadata.name,
    );
  });

  test('what both have in common has none, and does not say how many pods there are', () => {
    expect(Object.keys(environments.systemd ?? {})).toContain('GATEWAY_STORE');
    expect(JSON.stringify(deployment)).not.toMatch(/GATEWAY_STORE|"replicas"|"strategy"/);
  });
});

describe('the manifests', () => {
  test('ports are those of the settings', () => {
    const settings = environments['kubernetes, single'] ?? {};
    const ports = Object.fromEntries(
      container.ports.map(({ name, containerPort }: { name: string; containerPort: number }) => [
        name,
        String(containerPort),
      ]),
    );
    expect(ports).toEqual({
      http: settings.PORT,
      health: settings.HEALTH_PORT,
      metrics: settings.METRICS_PORT,
    });
    expect(deployment.spec.template.metadata.annotations['prometheus.io/port']).toBe(settings.METRICS_PORT);
    expect(kubernetes('base/service.yaml').spec.ports[0].targetPort).toBe('http');
    expect(kubernetes('extras/podmonitor.yaml').spec.podMetricsEndpoints[0].port).toBe('metrics');
  });

  test('probes need no accepted Host', () => {
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'])
      expect(container[probe].httpGet.port).toBe('health');
    expect(container.livenessProbe.httpGet.path).toBe('/health');
    expect(container.readinessProbe.httpGet.path).toBe('/ready');
  });

  test('a pod is allowed where Pod Security is restricted, and its root is read-only', () => {
    expect(podSpec).toMatchObject({
      enableServiceLinks: false,
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('every selector matches the pods', () => {
    const label = { 'app.kubernetes.io/name': 'beeper-graphql-gateway' };
    for (const file of ['base', 'replicas', 'single'])
      expect(kubernetes(`${file}/kustomization.yaml`).labels[0].pairs).toEqual(label);
    for (const file of ['replicas/poddisruptionbudget', 'extras/podmonitor'])
      expect(kubernetes(`${file}.yaml`).spec.selector.matchLabels).toEqual(label);
    expect(kubernetesFiles('base/networkpolicy.yaml')[0].spec.podSelector.matchLabels).toEqual(label);
    expect(replicas.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels).toEqual(label);
  });
});

describe('the image', () => {
  const file = DockerfileParser.parse(read('ops/Containerfile'));
  const lastOf = (keyword: string) =>
    file
      .getInstructions()
      .filter((instruction) => instruction.getKeyword() === keyword)
      .at(-1)
      ?.getArgumentsContent();

  test('the context is what the Containerfile copies', () => {
    const copied = file
      .getCOPYs()
      .filter((copy) => copy.getFlags().length === 0)
      .flatMap((copy) => copy.getArguments().slice(0, -1).map(String));
    const [first, ...exceptions] = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));

    expect(first).toBe('*');
    expect(exceptions.map((line) => line.replace(/^!/, '')).toSorted()).toEqual(
      [...new Set(copied)].toSorted(),
    );
  });

  test('it runs as a user with a number, in the group 0, without a shell', () => {
    expect(lastOf('USER')).toMatch(/^[1-9]\d*:0$/);
    expect(lastOf('ENTRYPOINT')).toMatch(/^\["node", /);
    expect(lastOf('HEALTHCHECK')).toMatch(/^CMD \["node", /);
  });

  test('its version is that of the package', () => {
    const { version } = JSON.parse(read('package.json'));
    expect(read('ops/Containerfile')).toContain(`ARG VERSION=${version}\n`);
    for (const variant of ['replicas', 'single'])
      expect(kubernetes(`${variant}/kustomization.yaml`).images[0].newTag).toBe(version);
    expect(read('docs/operations.md')).toContain(`version=${version}\n`);
  });
});
