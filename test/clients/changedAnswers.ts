import { type Listening, listen } from '../../examples/listen.ts';

/** How the answer of a later gateway differs, by the path of the request. */
const changes: Record<string, (answer: string) => string> = {
  '/new-member': (answer) =>
    answer.replaceAll(/"__typename":"Beeper\w+Error"/g, '"__typename":"BeeperNewError"'),
  '/new-code': (answer) => answer.replaceAll(/"code":"[A-Z_]+"/g, '"code":"NEW_CODE"'),
  '/top-level-error': (answer) =>
    JSON.stringify({ ...JSON.parse(answer), errors: [{ message: 'Broken', path: ['startChat', 'chat'] }] }),
};

/** Passes requests on to a gateway and changes its answers, so that a client meets what it was not generated for. */
export const startChangedAnswers = (gateway: string): Promise<Listening> =>
  listen(async (request, response) => {
    const change = changes[request.url ?? ''];
    if (!change) return void response.writeHead(404).end();
    const answer = await fetch(gateway, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: String(request.headers.accept ?? '*/*') },
      body: await new Response(request as unknown as ReadableStream).text(),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(change(await answer.text()));
  });
