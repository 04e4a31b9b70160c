import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { SANDBOX_TOKEN, startSandbox } from '../../src/sandbox/index.ts';
import { createCRM } from '../crm-subgraph/subgraph.ts';
import { listen } from '../listen.ts';
import { startGateway } from './gateway.ts';
import { createRouter } from './router.ts';

/**
 * A supergraph on this machine: router → gateway → sandbox, and router → CRM. The router serves at PORT or 4100,
 * the others at any free ports. The gateway has no token of its own: it is the caller's that reaches the sandbox.
 */
async function main(): Promise<void> {
  const toldToEnd = new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ BEEPER_URL: sandbox.url });
  await using crm = await listen(createCRM());
  const subgraphs = { beeper: `${gateway.origin}/graphql`, crm: `${crm.origin}/graphql` };
  await using router = createRouter(await compose(subgraphs));
  await using server = await listen(router, Number(process.env.PORT ?? 4100));

  const address = `${server.origin}/graphql`;
  console.log(`Sandbox    ${sandbox.url}`);
  console.log(`Gateway    ${subgraphs.beeper}`);
  console.log(`CRM        ${subgraphs.crm}`);
  console.log(`Router     ${address}`);
  console.log(`Try\n${exampleCurl(address)}`);
  await toldToEnd;
}

/** Asks each subgraph for its schema, as a registry is given it, and makes one supergraph of them. */
async function compose(urls: Record<string, string>): Promise<string> {
  const subgraphs = Object.entries(urls).map(async ([name, url]) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
    });
    const { data } = (await response.json()) as { data: { _service: { sdl: string } } };
    return { name, url, typeDefs: parse(data._service.sdl) };
  });
  const { supergraphSdl, errors } = composeServices(await Promise.all(subgraphs));
  if (supergraphSdl) return supergraphSdl;
  throw new Error(errors?.map(({ message }) => message).join('\n'));
}

/** Chats and networks are the gateway's, notes and owners the CRM's. */
function exampleCurl(address: string): string {
  const query =
    '{ chats(first: 3) { nodes { title notes { text author { name } } account { network owner { name } } } } }';
  const headers = `-H 'content-type: application/json' -H 'authorization: Bearer ${SANDBOX_TOKEN}'`;
  return `curl -s ${address} ${headers} -d '${JSON.stringify({ query })}'`;
}

await main();
