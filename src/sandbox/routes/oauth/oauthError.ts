import { ApiError } from '../../server/apiError.ts';
import { json } from '../../server/response.ts';

/** An error in the format of OAuth, which all routes below /oauth use: https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export class OAuthError extends ApiError {
  constructor(error: string, description: string) {
    super(400, error, description);
    this.name = 'OAuthError';
  }

  override toResponse() {
    return json({ error: this.code, error_description: this.message }, this.status);
  }
}
