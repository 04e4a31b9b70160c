import { ApiError, invalidRequest, unauthorized } from './apiError.ts';
import { hasRoute, type RouteMatch } from './matchRoute.ts';
import type { ReceivedForm } from './receiveForm.ts';
import { type ApiResponse, methodNotAllowed, noSuchRoute } from './response.ts';
import { type App, isBeeper, type Route } from './route.ts';
import type { SandboxCall } from './sandbox.ts';

/**
 * Returns the response to a call that was read completely. Checks the route before the token, because apps before
 * 4.2.557 respond "no such route" to GET /v1/info without a token.
 *
 * @param upload the body, if it is a form with a file.
 */
export function respond(
  call: SandboxCall,
  match: RouteMatch | null,
  app: App,
  upload?: ReceivedForm,
): ApiResponse {
  if (!match) return noSuchRoute();
  const missing = responseIfMissing(match.route, app);
  if (missing) return missing;
  const { route, params } = match;
  try {
    const token = bearerOf(call);
    if (route.requiresToken) requireApproval(route, token, app);
    const body = readFormat(call, route);
    const query = new URLSearchParams(call.path.replace(/^[^?]*/, ''));
    return route.respond({ params, query, body, headers: call.headers, upload, token, app });
  } catch (error) {
    if (error instanceof ApiError) return error.toResponse();
    throw error;
  }
}

/** Returns the access token of the call; undefined if there is none. */
export function bearerOf({ headers }: SandboxCall): string | undefined {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
}

function responseIfMissing(route: Route, app: App): ApiResponse | undefined {
  const elsewhere = isBeeper(app) ? undefined : route.onOtherServers;
  if (elsewhere === 'not-allowed') return methodNotAllowed();
  const isPresent = elsewhere ? elsewhere === 'present' : hasRoute(route, app.version);
  return isPresent ? undefined : noSuchRoute();
}

/** A token without "Allow sensitive actions" was seen to get 401 for writes, not 403. */
function requireApproval({ method }: Route, token: string | undefined, { approvals }: App): void {
  const approval = approvals.find(token ?? '');
  if (!approval?.scopes.includes(method === 'GET' ? 'read' : 'write')) throw unauthorized();
  if (approval.expiresAt <= Date.now()) throw unauthorized('Token expired');
}

function readFormat(call: SandboxCall, { bodyFormat }: Route): unknown {
  if (bodyFormat === 'multipart') return undefined;
  if (bodyFormat === 'form') return Object.fromEntries(new URLSearchParams(call.body));
  checkJSON(call);
  return call.json;
}

function checkJSON(call: SandboxCall): void {
  if (call.body === '') return;
  const type = String(call.headers['content-type'] ?? '');
  if (!type.includes('json'))
    throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', `Unsupported content type: ${type}`);
  if (call.json === undefined)
    throw invalidRequest([{ code: 'custom', message: 'The body is not valid JSON', path: ['body'] }]);
}
