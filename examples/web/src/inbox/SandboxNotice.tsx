import { useQuery } from '@apollo/client/react';
import { graphql } from '../gql/index.ts';

const ServerQuery = graphql(`
  query Server {
    beeper { sandbox }
  }
`);

/** Says that no real Beeper is connected, where that is so. */
export function SandboxNotice() {
  const { data } = useQuery(ServerQuery);
  if (!data?.beeper?.sandbox) return null;
  return <p className="sandbox-notice">Sandbox: nothing you do here reaches anyone.</p>;
}
