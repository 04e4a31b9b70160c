import { createAskForFile } from './askForFile.ts';
import { type AssetExchange, answerWith, conditionsOf, headRange, learnKind } from './assetExchange.ts';
import { badAnswer } from './assetFailures.ts';
import { unknownKind } from './contentType.ts';
import { discard } from './discard.ts';
import type { FileAnswer, FileRequest } from './exchange.ts';
import type { FileService } from './files.ts';
import { createKinds } from './kinds.ts';
import type { AssetPermission } from './permissions.ts';
import { answers, formatRange, parseContentRange, parseLength, parseRange, parseTotal } from './ranges.ts';
import { sendPart } from './sendPart.ts';
import { serveRange, wrongPart } from './serveRange.ts';

/** @returns what serves files of Beeper's. It throws a `FileRefusal` where one is not sent. */
export function createServeAsset(
  service: FileService,
): (permission: AssetPermission, request: FileRequest) => Promise<FileAnswer> {
  const kinds = createKinds();
  const { now } = service;
  return async (permission, request) => {
    const ask = createAskForFile(service, permission, request);
    const exchange: AssetExchange = { request, permission, ask, kinds, now };
    if (request.method === 'HEAD') return describe(exchange);
    const range = parseRange(request.header('range'));
    return range === null ? serveWhole(exchange) : serveRange(exchange, range);
  };
}

async function serveWhole(exchange: AssetExchange): Promise<FileAnswer> {
  const answer = await exchange.ask(conditionsOf(exchange));
  const { status, header, body } = answer;
  if (status === 304) {
    discard(body);
    return answerWith(exchange, answer, { status, kind: null, length: null, body: null });
  }
  const length = parseLength(header('content-length'));
  const { kind, head } = await learnKind(exchange, answer, length);
  const whole = sendPart(head, body, { skip: 0, length, isCut: false });
  return answerWith(exchange, answer, { status, kind, length, body: whole });
}

/** Answers HEAD: one call tells the kind of the file and its length. */
async function describe(exchange: AssetExchange): Promise<FileAnswer> {
  const answer = await exchange.ask({ ...conditionsOf(exchange), range: formatRange(headRange) });
  const { status, header, body } = answer;
  if (status === 304) {
    discard(body);
    return answerWith(exchange, answer, { status, kind: null, length: null, body: null });
  }
  if (status === 416) {
    discard(body);
    // Only an empty file has no first byte.
    if (parseTotal(header('content-range')) !== 0)
      throw badAnswer('status', 'Beeper answered with status 416.');
    return answerWith(exchange, answer, { status: 200, kind: unknownKind, length: 0, body: null });
  }
  const part = parseContentRange(header('content-range'));
  if (status === 206 && (part === null || !answers(headRange, part))) {
    discard(body);
    throw wrongPart();
  }
  const length = status === 206 ? (part?.total ?? null) : parseLength(header('content-length'));
  const { kind } = await learnKind(exchange, answer, length);
  discard(body);
  return answerWith(exchange, answer, { status: 200, kind, length, body: null });
}
