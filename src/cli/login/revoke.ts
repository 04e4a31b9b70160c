import * as oauth from 'oauth4webapi';
import type { SavedToken } from '../../config/savedToken.ts';
import { findAuthorizationServer, requestOptions } from './authorizationServer.ts';

/**
 * Revokes the token at the Beeper that issued it: https://www.rfc-editor.org/rfc/rfc7009
 * @returns whether Beeper did. It never throws.
 */
export async function revoke({ beeper, accessToken, clientID }: SavedToken): Promise<boolean> {
  try {
    const server = await findAuthorizationServer(beeper);
    const client = { client_id: clientID };
    const response = await oauth.revocationRequest(
      server,
      client,
      oauth.None(),
      accessToken,
      requestOptions(),
    );
    await oauth.processRevocationResponse(response);
    return true;
  } catch {
    return false;
  }
}
