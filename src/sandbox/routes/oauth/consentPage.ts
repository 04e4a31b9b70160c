import type { ApiResponse } from '../../server/response.ts';
import type { AccessRequest } from '../../world/approvals.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHTML = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/**
 * Returns the page on which a person allows or denies access. Its form sends `request`, `decision` (`allow` or `deny`) and,
 * if the box is checked, `sensitive`.
 */
export function consentPage(id: string, { client, scopes }: AccessRequest): ApiResponse {
  const sensitive = scopes.includes('write')
    ? '<p><label><input type="checkbox" name="sensitive" checked> Allow sensitive actions</label></p>'
    : '';
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Approve connection – Beeper sandbox</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 15vh auto; padding: 0 1rem }
  button { font: inherit; padding: .4rem 1.2rem; margin-right: .5rem }
</style>
</head>
<body>
<h1>Approve connection</h1>
<p><strong>${escapeHTML(client.name)}</strong> asks to read the chats, messages and accounts of this sandbox.</p>
<form method="post" action="/oauth/authorize/callback">
<input type="hidden" name="request" value="${escapeHTML(id)}">
${sensitive}
<p><button name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button></p>
</form>
</body>
</html>
`;
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
    body,
  };
}
