import { accountRoutes } from './accounts.ts';
import { assetRoutes } from './assets.ts';
import { bridgeRoutes } from './bridges.ts';
import { chatStateRoutes } from './chatState.ts';
import { chatRoutes } from './chats.ts';
import { chatWriteRoutes } from './chatWrites.ts';
import { eventRoutes } from './events.ts';
import { focusRoutes } from './focus.ts';
import { infoRoutes } from './info.ts';
import { labelRoutes } from './labels.ts';
import { messageSearchRoutes } from './messageSearch.ts';
import { messageRoutes } from './messages.ts';
import { messageWriteRoutes } from './messageWrites.ts';
import { oauthAuthorizeRoutes } from './oauth/authorize.ts';
import { oauthMetadataRoutes } from './oauth/metadata.ts';
import { oauthRegistrationRoutes } from './oauth/registration.ts';
import { oauthTokenRoutes } from './oauth/tokens.ts';
import { reactionRoutes } from './reactions.ts';
import { readMarkRoutes } from './readMarks.ts';
import { reminderRoutes } from './reminders.ts';
import { searchRoutes } from './search.ts';

/** Every route that some version of the app has. Requests for a route that `appVersion` lacks are recorded too. */
export const routes = [
  ...infoRoutes,
  ...accountRoutes,
  ...chatRoutes,
  ...chatWriteRoutes,
  ...chatStateRoutes,
  ...readMarkRoutes,
  ...reminderRoutes,
  ...focusRoutes,
  ...messageRoutes,
  ...messageWriteRoutes,
  ...reactionRoutes,
  ...messageSearchRoutes,
  ...searchRoutes,
  ...assetRoutes,
  ...labelRoutes,
  ...bridgeRoutes,
  ...eventRoutes,
  ...oauthMetadataRoutes,
  ...oauthRegistrationRoutes,
  ...oauthAuthorizeRoutes,
  ...oauthTokenRoutes,
] as const;

/** The name of a route: method and path, such as `POST /v1/chats/start`. */
export type SandboxRoute = (typeof routes)[number]['name'];
