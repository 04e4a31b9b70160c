import { errorForStatus } from '../server/response.ts';
import { defineRoute } from '../server/route.ts';
import { sinceVersion } from '../server/version.ts';

export const eventRoutes = [
  // The events themselves are in live/. A request without an upgrade gets the response.
  defineRoute({
    method: 'GET',
    path: '/v1/ws',
    since: sinceVersion.union,
    onOtherServers: 'present',
    handler: () => ({ ...errorForStatus(426), opensSocket: true as const }),
  }),
];
