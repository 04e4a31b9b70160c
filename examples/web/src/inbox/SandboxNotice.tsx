import { useQuery } from '@apollo/client/react';
import { SandboxQuery } from '../data/sandboxQuery.ts';

/** Says that no real Beeper is connected, where that is so. */
export function SandboxNotice() {
  const { data } = useQuery(SandboxQuery);
  if (!data?.beeper?.sandbox) return null;
  return <p className="sandbox-notice">Sandbox: nothing you do here reaches anyone.</p>;
}
