import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOwnEnd } from './closedSockets.ts';
import type { Fault, FaultBook } from './fault.ts';
import { doesWork } from './fault.ts';
import type { Match } from './matchRoute.ts';
import { matchRoute } from './matchRoute.ts';
import { send, strike } from './playFault.ts';
import type { App } from './request.ts';
import { work } from './respond.ts';
import { json } from './response.ts';
import type { SandboxCall } from './sandbox.ts';
import { atLeast, SINCE } from './version.ts';

/** What an exchange needs of the sandbox in which it happens. */
export interface Surroundings {
  calls: SandboxCall[];
  faults: FaultBook;
  token: string;
  /** The app as it is now. */
  app(): App;
}

/** One request and its answer: records the call when its head arrives, reads it, works, and answers or fails. */
export async function exchange(request: IncomingMessage, response: ServerResponse, around: Surroundings) {
  const match = matchRoute(request.method ?? '', request.url ?? '');
  const call = record(request, match, around.calls);
  const gone = watch(response, call);
  const fault = match ? around.faults.take(match.route) : undefined;
  try {
    await answer(request, response, { call, match, fault, gone }, around);
  } catch (error) {
    // Nobody is left to answer if the client, or the sandbox itself, went away during the exchange.
    if (!gone.aborted && !request.destroyed) throw error;
  }
}

interface Exchange {
  call: SandboxCall;
  match: Match | null;
  fault: Fault | undefined;
  gone: AbortSignal;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  exchange: Exchange,
  around: Surroundings,
) {
  const { call, match, fault, gone } = exchange;
  const nothing = json({});
  if (fault?.reset === 'before') return strike(fault, nothing, response, gone);
  call.body = await readBody(request);
  call.json = parse(call.body);
  const app = around.app();
  if (atLeast(app.version, SINCE.versionHeader)) response.setHeader('X-Beeper-Desktop-Version', app.version);
  const own = !fault || doesWork(fault) ? work(call, match, app, around.token) : nothing;
  const strikes = fault ?? own.fault;
  if (strikes) await strike(strikes, own, response, gone);
  else send(own, response);
}

function record(request: IncomingMessage, match: Match | null, calls: SandboxCall[]): SandboxCall {
  const call: SandboxCall = {
    method: request.method ?? '',
    path: request.url ?? '',
    route: match?.route ?? null,
    headers: request.headers,
    body: '',
    json: undefined,
    aborted: false,
  };
  calls.push(call);
  return call;
}

function watch(response: ServerResponse, call: SandboxCall): AbortSignal {
  const controller = new AbortController();
  const { socket } = response;
  response.on('close', () => {
    if (!response.writableFinished && !isOwnEnd(socket)) call.aborted = true;
    controller.abort();
  });
  return controller.signal;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
