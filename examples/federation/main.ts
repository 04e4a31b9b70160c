import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { sandboxToken, startSandbox } from '../../src/sandbox/index.ts';
import { createCRM } from '../crm-subgraph/subgraph.ts';
import { listen } from '../listen.ts';
import { startGateway } from './gateway.ts';
import { createRouter } from './router.ts';

/**
 * Runs a supergraph locally: router → gateway → sandbox, and router → CRM. The router listens on PORT or 4100, the
 * others on free ports. The gateway has no access token, so the sandbox receives the caller's.
 */
async function main(): Promise<void> {
  const stopSignal = new Promise((resolve) => {
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
  console.log(`Try it:\n${exampleCurl(address)}`);
  await stopSignal;
}

/** Fetches the SDL of each subgraph and composes the supergraph. */
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

/** The gateway resolves chats and networks, the CRM notes and owners. */
function exampleCurl(address: string): string {
  const query =
    '{ chats(first: 3) { nodes { title notes { text author { name } } account { network owner { name } } } } }';
  const headers = `-H 'content-type: application/json' -H 'authorization: Bearer ${sandboxToken}'`;
  return `curl -s ${address} ${headers} -d '${JSON.stringify({ query })}'`;
}

await main();
