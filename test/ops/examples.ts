import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';

/** The files in `ops/`, read as what uses them reads them. */

export const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** @returns `NAME=value` lines as an object. */
export const assignmentsIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));

export const composeFile = parse(read('ops/compose.yaml'));

export const kubernetes = (path: string) => parse(read(`ops/kubernetes/${path}`));

export const kubernetesFiles = (path: string) =>
  parseAllDocuments(read(`ops/kubernetes/${path}`)).map((document) => document.toJS());

interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
}

const environmentOf = (deployment: {
  spec: { template: { spec: { containers: [{ env: EnvironmentVariable[] }] } } };
}): Record<string, string> =>
  Object.fromEntries(deployment.spec.template.spec.containers[0].env.map(({ name, value }) => [name, value]));

/** @returns the values of one directive of a systemd unit, in order. */
export const directives = (unit: string, name: string): string[] =>
  [...read(unit).matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

export const systemUnit = 'ops/systemd/beeper-graphql-gateway.service';

const image = { NODE_ENV: 'production', HOST: '0.0.0.0', XDG_STATE_HOME: '/var/lib' };

const pod = (patch: string): Record<string, string> => ({
  ...image,
  ...assignmentsIn(read('ops/kubernetes/base/settings.env')),
  ...environmentOf(kubernetes('base/deployment.yaml')),
  ...environmentOf(kubernetes(patch)),
});

/** The environment of the gateway in each example. */
export const environments: Readonly<Record<string, Record<string, string>>> = {
  systemd: {
    ...assignmentsIn(directives(systemUnit, 'Environment').join('\n')),
    ...assignmentsIn(read('ops/systemd/settings.env')),
  },
  compose: {
    ...image,
    ...composeFile.services.gateway.environment,
    BEEPER_URL: 'http://beeper.example:23373',
    GATEWAY_PUBLIC_URL: '',
  },
  'kubernetes, replicas': pod('replicas/redis.yaml'),
  'kubernetes, single': pod('single/volume-store.yaml'),
};
