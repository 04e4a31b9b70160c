import type { TransferAnswer } from '../beeper/assets/transfers.ts';
import { type AssetExchange, answerWith, conditionsOf, headRange, learnKind } from './assetExchange.ts';
import { badAnswer } from './assetFailures.ts';
import { type FileKind, sniffedBytes, unknownKind } from './contentType.ts';
import { discard } from './discard.ts';
import type { FileAnswer } from './exchange.ts';
import { type KnownKind, versionOf } from './kinds.ts';
import {
  answers,
  type ContentRange,
  formatContentRange,
  formatRange,
  parseContentRange,
  parseLength,
  parseTotal,
  partOf,
  type RequestedRange,
} from './ranges.ts';
import type { FileRefusal } from './refusal.ts';
import { sendPart } from './sendPart.ts';

/** Answers GET with one range. The kind of the file is that of its beginning, whatever part is asked for. */
export async function serveRange(exchange: AssetExchange, range: RequestedRange): Promise<FileAnswer> {
  // Before the part, which would hold a connection while the beginning waits for one.
  let known = includesHead(range) ? undefined : await knownKind(exchange);
  for (let isAgain = false; ; isAgain = true) {
    const answer = await exchange.ask({
      ...conditionsOf(exchange),
      range: formatRange(range),
      'if-range': exchange.request.header('if-range'),
    });
    const { status, header, body } = answer;
    if (status === 200) return cut(exchange, answer, range);
    if (status === 304 || status === 416) {
      discard(body);
      const contentRange = status === 416 ? unsatisfied(parseTotal(header('content-range'))) : null;
      const length = status === 416 ? 0 : null;
      return answerWith(exchange, answer, { status, kind: null, length, contentRange, body: null });
    }
    const part = partIn(answer, range);
    if (part === null) {
      discard(body);
      throw wrongPart();
    }
    if (hasHead(part)) {
      return servePart(exchange, answer, { part, ...(await learnKind(exchange, answer, part.total)) });
    }
    if (known && (isAgain || known.version === versionOf(answer, part.total)))
      return servePart(exchange, answer, { part, kind: known.kind, head: Buffer.alloc(0) });
    body.destroy();
    known = await look(exchange);
  }
}

/** Whether a part with the first byte has enough to tell the kind, unless the file is as short. */
const includesHead = (range: RequestedRange): boolean =>
  'first' in range && range.first === 0 && (range.last ?? sniffedBytes) >= headRange.last;

const hasHead = ({ first, last, total }: ContentRange): boolean =>
  first === 0 && (last >= headRange.last || last + 1 === total);

const knownKind = async (exchange: AssetExchange): Promise<KnownKind> =>
  exchange.kinds.get(exchange.permission) ?? (await look(exchange));

/** Loads the beginning of the file to tell its kind. */
async function look(exchange: AssetExchange): Promise<KnownKind> {
  const answer = await exchange.ask({ range: formatRange(headRange) });
  const { status, header, body } = answer;
  const part = status === 206 ? partIn(answer, headRange) : null;
  if (status === 416 || (status === 206 && part === null)) {
    discard(body);
    if (status === 416) return { kind: unknownKind, version: versionOf(answer, 0) };
    throw wrongPart();
  }
  const total = part ? part.total : parseLength(header('content-length'));
  const known = await learnKind(exchange, answer, total);
  discard(body);
  return known;
}

/** @returns the part that a 206 has; null where it is none of what was asked for. */
function partIn({ header }: TransferAnswer, range: RequestedRange): ContentRange | null {
  const part = parseContentRange(header('content-range'));
  if (part === null || !answers(range, part)) return null;
  const length = parseLength(header('content-length'));
  return length === null || length === part.last - part.first + 1 ? part : null;
}

interface SentPart {
  readonly part: ContentRange;
  readonly kind: FileKind;
  /** What was taken from the body before. */
  readonly head: Buffer;
}

function servePart(
  exchange: AssetExchange,
  answer: TransferAnswer,
  { part, kind, head }: SentPart,
): FileAnswer {
  const length = part.last - part.first + 1;
  const body = sendPart(head, answer.body, { skip: 0, length, isCut: false });
  const contentRange = formatContentRange(part);
  return answerWith(exchange, answer, { status: 206, kind, length, contentRange, body });
}

/** Makes the part of a whole file: Beeper ignored the range, or `If-Range` says that the file has changed. */
async function cut(
  exchange: AssetExchange,
  answer: TransferAnswer,
  range: RequestedRange,
): Promise<FileAnswer> {
  const { header, body } = answer;
  const total = parseLength(header('content-length'));
  const isWanted = total !== null && holds(exchange.request.header('if-range'), answer);
  const part = isWanted ? partOf(range, total) : null;
  if (isWanted && part === null) {
    body.destroy();
    const contentRange = unsatisfied(total);
    return answerWith(exchange, answer, { status: 416, kind: null, length: 0, contentRange, body: null });
  }
  const { kind, head } = await learnKind(exchange, answer, total);
  if (part === null) {
    const whole = sendPart(head, body, { skip: 0, length: total, isCut: false });
    return answerWith(exchange, answer, { status: 200, kind, length: total, body: whole });
  }
  const length = part.last - part.first + 1;
  const sent = sendPart(head, body, { skip: part.first, length, isCut: true });
  const contentRange = formatContentRange(part);
  return answerWith(exchange, answer, { status: 206, kind, length, contentRange, body: sent });
}

/** @returns whether the caller has parts of this very file, as `If-Range` tells; true without one. */
function holds(ifRange: string | null, { header }: TransferAnswer): boolean {
  if (ifRange === null) return true;
  const isTag = ifRange.startsWith('"');
  return ifRange === header(isTag ? 'etag' : 'last-modified');
}

const unsatisfied = (total: number | null): string | null => (total === null ? null : `bytes */${total}`);

export const wrongPart = (): FileRefusal =>
  badAnswer('part', 'Beeper sent another part of the file than it was asked for.');
