import { graphql } from '../gql/index.ts';

/** Whether the gateway is connected to the sandbox, and to no real Beeper. */
export const SandboxQuery = graphql(`
  query Sandbox {
    beeper { sandbox }
  }
`);
