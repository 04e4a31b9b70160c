import { isLoopback, loopbackNames } from '../../common/loopback.ts';
import type { Config } from '../../config/settings.ts';
import { type Finding, ok, warning } from './finding.ts';

/** Examines who can reach the gateway, and whether they need a key. */
export function examineExposure(config: Config): readonly Finding[] {
  return [examineHost(config), ...examineOrigins(config)];
}

function examineHost({ host, hosts, keys, graphiql }: Config): Finding {
  const listening = `HOST ${host}, ${keys.length === 0 ? 'no keys' : `keys of ${keys.map(({ name }) => name).join(', ')}`}`;
  if (isLoopback(host)) return ok('exposure', listening);
  if (keys.length === 0) {
    return warning(
      'exposure',
      `${listening}: whoever reaches the gateway may use it with a token of their own`,
      'Set GATEWAY_KEYS (`npm run key`), or a loopback HOST.',
    );
  }
  if (graphiql) {
    return warning(
      'exposure',
      `${listening}: GraphiQL and introspection are open`,
      'Set GRAPHIQL=off, or NODE_ENV=production.',
    );
  }
  if (hosts.length === loopbackNames.length) {
    return warning(
      'exposure',
      `${listening}: requests are refused unless their Host header is that of this machine`,
      'Add the names under which the gateway is reached to GATEWAY_HOSTS.',
    );
  }
  return ok('exposure', `${listening}; HTTPS is left to a proxy`);
}

function examineOrigins({ origins }: Config): readonly Finding[] {
  const unencrypted = origins.filter(
    (origin) => origin.startsWith('http:') && !isLoopback(new URL(origin).hostname),
  );
  if (unencrypted.length > 0) {
    return unencrypted.map((origin) =>
      warning(
        'origins',
        `Others in the network of a user can change the pages of ${origin}, and so use the gateway`,
        'Serve the pages over https.',
      ),
    );
  }
  return origins.length === 0 ? [] : [ok('origins', origins.join(', '))];
}
