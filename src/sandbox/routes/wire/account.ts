import { atLeast, sinceVersion } from '../../server/version.ts';
import type { WorldAccount } from '../../world/model.ts';

/** Returns the account as an app of this version sends it. Older apps send no bridge, network or status. */
export function toWireAccount(account: WorldAccount, appVersion: string): object {
  const { accountID, loginID, bridge, network, status, statusText, user } = account;
  return {
    accountID,
    user,
    ...(atLeast(appVersion, sinceVersion.accountBridge) && { bridge, network, ...(loginID && { loginID }) }),
    ...(atLeast(appVersion, sinceVersion.accountStatus) && { status, ...(statusText && { statusText }) }),
  };
}
