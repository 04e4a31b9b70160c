export interface Decision {
  readonly decision?: 'allow' | 'deny';
  /** Whether "Allow sensitive actions" is checked; true by default. */
  readonly sensitive?: boolean;
}

/**
 * Opens the sandbox's consent page and sends its form, as a person in a browser does.
 * @param url of the page, with the parameters of a program that asks for access.
 * @returns the URL to which the person is redirected.
 */
export async function consent(url: string, { decision = 'allow', sensitive = true }: Decision = {}) {
  const page = await fetch(url, { redirect: 'manual' });
  const location = page.headers.get('location');
  if (location !== null) return new URL(location);
  const html = await page.text();
  const [, request = ''] = /name="request" value="([^"]+)"/.exec(html) ?? [];
  const isAsked = html.includes('name="sensitive"');
  const body = new URLSearchParams({ request, decision, ...(isAsked && sensitive && { sensitive: 'on' }) });
  const answer = await fetch(new URL('/oauth/authorize/callback', url), {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  const redirect = answer.headers.get('location');
  if (redirect === null)
    throw new Error(`The form was answered with ${answer.status}: ${await answer.text()}`);
  return new URL(redirect);
}
