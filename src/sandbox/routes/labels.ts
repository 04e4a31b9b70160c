import { json } from '../server/response.ts';
import { defineRoute } from '../server/route.ts';
import { sinceVersion } from '../server/version.ts';

export const labelRoutes = [
  // Responds with a bare array, sorted by name.
  defineRoute({
    method: 'GET',
    path: '/v1/labels',
    since: sinceVersion.mergedChats,
    onOtherServers: 'missing',
    handler({ app }) {
      const labels = [...app.world.chats.values()].flatMap((chat) => chat.labels ?? []);
      const byID = new Map(labels.map((label) => [label.id, label]));
      return json([...byID.values()].sort((a, b) => a.name.localeCompare(b.name)));
    },
  }),
];
