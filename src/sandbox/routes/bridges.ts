import { notFound } from '../server/apiError.ts';
import { json } from '../server/response.ts';
import { type App, defineRoute } from '../server/route.ts';
import { sinceVersion } from '../server/version.ts';
import { bridgeCapabilities, worldBridges } from '../world/bridges.ts';
import { toWireAccount } from './wire/account.ts';

export const bridgeRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/bridges',
    since: sinceVersion.accountStatus,
    onOtherServers: 'missing',
    handler: ({ app }) => json({ items: bridgesOf(app) }),
  }),

  defineRoute({
    method: 'GET',
    path: '/v1/bridges/{bridgeID}',
    since: sinceVersion.accountStatus,
    onOtherServers: 'missing',
    handler: ({ app, params }) => json(findBridge(app, params.bridgeID)),
  }),

  defineRoute({
    method: 'GET',
    path: '/v1/bridges/{bridgeID}/capabilities',
    since: sinceVersion.accountStatus,
    onOtherServers: 'missing',
    handler: ({ app, params }) => json(bridgeCapabilities(findBridge(app, params.bridgeID).type)),
  }),
];

const bridgesOf = ({ world, version }: App) =>
  worldBridges(world.accounts).map(({ accounts, ...bridge }) => ({
    ...bridge,
    accounts: accounts.map((account) => toWireAccount(account, version)),
  }));

function findBridge(app: App, bridgeID: string) {
  const bridge = bridgesOf(app).find(({ id }) => id === bridgeID);
  if (!bridge) throw notFound('Bridge');
  return bridge;
}
