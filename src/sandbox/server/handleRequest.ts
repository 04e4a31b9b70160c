import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { routes, type SandboxRoute } from '../routes/routes.ts';
import { isClosedByServer } from './closedSockets.ts';
import { type Fault, onlyDelays, runsHandler } from './fault.ts';
import type { FaultQueue } from './faultQueue.ts';
import { injectFault } from './injectFault.ts';
import { matchRoute, type RouteMatch } from './matchRoute.ts';
import { discardForm, type ReceivedForm, receiveForm } from './receiveForm.ts';
import { bearerOf, respond } from './respond.ts';
import { json } from './response.ts';
import { type App, isBeeper, type Route } from './route.ts';
import type { SandboxCall } from './sandbox.ts';
import { send } from './send.ts';
import type { UploadFolder } from './uploadFolder.ts';
import { atLeast, sinceVersion } from './version.ts';

/** The state that all requests of a sandbox share. */
export interface ServerState {
  calls: SandboxCall[];
  faults: FaultQueue;
  uploads: UploadFolder;
  /** Maximum size of an uploaded file in bytes. */
  maxUploadBytes: number;
  /** Returns the app with its current name and version. */
  app(): App;
}

interface MatchedCall {
  call: SandboxCall;
  match: RouteMatch<Route<SandboxRoute>> | null;
  fault: Fault | undefined;
  disconnected: AbortSignal;
  openSocket: ((token: string) => Promise<void>) | undefined;
}

/**
 * Records the call before its body is read, then sends the response, with a fault if one is set for the route.
 *
 * @param openSocket for a request to upgrade: takes its connection from the response.
 */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  state: ServerState,
  openSocket?: (token: string) => Promise<void>,
): Promise<void> {
  const match = matchRoute<Route<SandboxRoute>>(routes, routedMethod(request), request.url ?? '');
  const call = recordCall(request, match?.route.name ?? null, state.calls);
  const disconnected = watchConnection(response, call);
  const fault = match ? state.faults.take(match.route.name) : undefined;
  try {
    await reply(request, response, { call, match, fault, disconnected, openSocket }, state);
  } catch (error) {
    // If the connection has closed, there is nothing left to send a response to.
    if (!disconnected.aborted && !request.destroyed) throw error;
  }
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  { call, match, fault, disconnected, openSocket }: MatchedCall,
  state: ServerState,
): Promise<void> {
  const empty = json({});
  if (fault?.reset === 'during') await firstPiece(request);
  if (fault?.early || fault?.reset === 'before' || fault?.reset === 'during')
    return injectFault(fault, empty, response, disconnected);
  const upload = await readBody(request, call, match, state);
  const app = state.app();
  // Other servers of the API do not name a version of Beeper.
  if (isBeeper(app) && atLeast(app.version, sinceVersion.versionHeader))
    response.setHeader('X-Beeper-Desktop-Version', app.version);
  const seen = fault?.ignoresRange ? { ...call, headers: { ...call.headers, range: undefined } } : call;
  const answer = () => respond(seen, match, app, upload);
  const handle = () => (routedMethod(request) === 'GET' ? answer() : app.world.changes.observe(answer));
  const regular = !fault || runsHandler(fault) ? handle() : empty;
  await discardForm(upload);
  if (openSocket && regular.opensSocket && (!fault || onlyDelays(fault))) {
    if (fault?.delayMs) await sleep(fault.delayMs, undefined, { signal: disconnected });
    return openSocket(bearerOf(call) ?? '');
  }
  const faultToInject = fault ?? regular.fault;
  if (faultToInject) await injectFault(faultToInject, regular, response, disconnected);
  else await send(regular, response);
}

/** Returns the body if it is a form with a file. Any other body is recorded as text. */
async function readBody(
  request: IncomingMessage,
  call: SandboxCall,
  match: MatchedCall['match'],
  { uploads: folder, maxUploadBytes: maxBytes }: ServerState,
): Promise<ReceivedForm | undefined> {
  if (match?.route.bodyFormat !== 'multipart') {
    call.body = await readText(request);
    call.json = parseJSON(call.body);
    return undefined;
  }
  call.upload = { fields: {}, bytes: 0, sha256: null };
  return receiveForm(request, { folder, maxBytes }, call.upload);
}

/** HEAD is answered as GET, without the body. */
function routedMethod({ method = '' }: IncomingMessage): string {
  return method === 'HEAD' ? 'GET' : method;
}

/** Waits until some of the body has arrived, or all of an empty one. */
async function firstPiece(request: IncomingMessage): Promise<void> {
  await Promise.race([once(request, 'data'), once(request, 'end')]);
}

function recordCall(request: IncomingMessage, route: SandboxRoute | null, calls: SandboxCall[]): SandboxCall {
  const call: SandboxCall = {
    method: request.method ?? '',
    path: request.url ?? '',
    route,
    headers: request.headers,
    body: '',
    json: undefined,
    aborted: false,
  };
  calls.push(call);
  return call;
}

/** Marks the call as aborted if the client closes the connection early. The signal aborts on any close. */
function watchConnection(response: ServerResponse, call: SandboxCall): AbortSignal {
  const controller = new AbortController();
  const { socket } = response.req;
  response.on('close', () => {
    if (!response.writableFinished && !isClosedByServer(socket)) call.aborted = true;
    controller.abort();
  });
  return controller.signal;
}

async function readText(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function parseJSON(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
