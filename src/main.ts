import '../scripts/checkNode.js';

/** What starts. An old Node can't link `server.ts` and its libraries, so they are loaded once its version is checked. */
import('./server.ts');
