import { accountRoutes } from './accounts.ts';
import { chatRoutes } from './chats.ts';
import { chatWriteRoutes } from './chatWrites.ts';
import { infoRoutes } from './info.ts';
import { messageSearchRoutes } from './messageSearch.ts';
import { messageRoutes } from './messages.ts';
import { messageWriteRoutes } from './messageWrites.ts';
import { reactionRoutes } from './reactions.ts';

/** Every route that some version of the app has. Requests for a route that `appVersion` lacks are recorded too. */
export const routes = [
  ...infoRoutes,
  ...accountRoutes,
  ...chatRoutes,
  ...chatWriteRoutes,
  ...messageRoutes,
  ...messageWriteRoutes,
  ...reactionRoutes,
  ...messageSearchRoutes,
] as const;

/** The name of a route: method and path, such as `POST /v1/chats/start`. */
export type SandboxRoute = (typeof routes)[number]['name'];
