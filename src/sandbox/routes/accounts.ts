import { notFound } from '../server/apiError.ts';
import type { ApiRequest } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { json } from '../server/response.ts';
import type { WorldAccount } from '../world/model.ts';
import { toWireAccount } from './wire/account.ts';

/** GET /v1/accounts: a bare array. */
export function listAccounts({ app }: ApiRequest): Answer {
  return json(app.world.accounts.map((account) => toWireAccount(account, app.version)));
}

/** GET /v1/accounts/{accountID}. Throws "Account not found". */
export function getAccount(request: ApiRequest): Answer {
  return json(toWireAccount(accountOf(request, request.params.accountID), request.app.version));
}

/** The account with this ID. Throws "Account not found". */
export function accountOf({ app }: ApiRequest, accountID: string | undefined): WorldAccount {
  const account = app.world.account(accountID ?? '');
  if (!account) throw notFound('Account');
  return account;
}
