import { servePath } from '../beeper/assets/api.ts';
import type { TransferAnswer } from '../beeper/assets/transfers.ts';
import { badAnswer, refusalOfError, refusalOfStatus } from './assetFailures.ts';
import { discard } from './discard.ts';
import type { FileRequest } from './exchange.ts';
import type { FileService } from './files.ts';
import { type AssetPermission, onBehalfOf } from './permissions.ts';

type Header = 'range' | 'if-range' | 'if-none-match' | 'if-modified-since';

/** Headers for Beeper; null for one that is left out. */
export type AssetRequestHeaders = Readonly<Partial<Record<Header, string | null>>>;

/** Asks Beeper for the file of a permission, or for a part of it. @throws {FileRefusal} where it is not sent. */
export type AskForFile = (headers: AssetRequestHeaders) => Promise<TransferAnswer>;

/** @returns how one request asks: as often as it needs to, on behalf of the owner. */
export const createAskForFile =
  (service: FileService, permission: AssetPermission, { signal, record }: FileRequest): AskForFile =>
  async (asked) => {
    const present = Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
    const headers: Record<string, string> = Object.fromEntries(present);
    const answer = await service.transfers
      .send({
        method: 'GET',
        path: servePath(permission.url),
        headers: { ...headers, 'accept-encoding': 'identity' },
        ...onBehalfOf(permission, service),
        signal,
        record,
      })
      .catch((error) => {
        throw refusalOfError(error);
      });
    const refusal = refusalOf(answer, headers);
    if (refusal === null) return answer;
    discard(answer.body);
    throw refusal;
  };

/** @param asked the headers that were sent: an answer that only others have is none. */
function refusalOf(answer: TransferAnswer, asked: Readonly<Record<string, string>>) {
  const { status, header } = answer;
  const isExpected =
    status === 200 ||
    ((status === 206 || status === 416) && 'range' in asked) ||
    (status === 304 && ('if-none-match' in asked || 'if-modified-since' in asked));
  if (!isExpected) return refusalOfStatus(answer);
  const encoding = header('content-encoding')?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity' || status === 304) return null;
  return badAnswer('compressed', 'Beeper sent the file compressed, although it was asked not to.');
}
