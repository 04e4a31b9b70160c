import '../scripts/checkNode.js';

/** Starts the server. An old Node can't link `server.ts` and its libraries, so they are loaded once its version is checked. */
void import('./common/surviveHangups.ts')
  .then(({ surviveHangups }) => {
    surviveHangups();
    return import('./server.ts');
  })
  .then(({ runServer }) => runServer());
