import { HANDLERS } from '../routes/routes.ts';
import { invalid, Problem, unauthorized } from './apiError.ts';
import type { Match } from './matchRoute.ts';
import { hasRoute } from './matchRoute.ts';
import type { App } from './request.ts';
import type { Answer } from './response.ts';
import { noSuchRoute } from './response.ts';
import type { SandboxCall } from './sandbox.ts';

/**
 * The answer of the app to a call that was read in full: route, then token, then body, then the route's own work.
 * The route comes first because apps before 4.2.557 say "no such route" to GET /v1/info without a token.
 */
export function work(call: SandboxCall, match: Match | null, app: App, token: string): Answer {
  if (!match || !hasRoute(match.route, app.version)) return noSuchRoute();
  try {
    if (match.route !== 'GET /v1/info' && call.headers.authorization !== `Bearer ${token}`)
      throw unauthorized();
    checkBody(call);
    const query = new URLSearchParams(call.path.replace(/^[^?]*/, ''));
    return HANDLERS[match.route]({ params: match.params, query, body: call.json, app });
  } catch (problem) {
    if (problem instanceof Problem) return problem.toAnswer();
    throw problem;
  }
}

function checkBody(call: SandboxCall): void {
  if (call.body === '') return;
  const type = String(call.headers['content-type'] ?? '');
  if (!type.includes('json'))
    throw new Problem(415, 'UNSUPPORTED_MEDIA_TYPE', `Unsupported content type: ${type}`);
  if (call.json === undefined) throw invalid([{ code: 'custom', message: 'Not JSON', path: ['body'] }]);
}
