import { useQuery } from '@apollo/client/react';
import { SandboxQuery } from '../data/sandboxQuery.ts';
import { QueryFailures } from '../failures/QueryFailures.tsx';
import { trialGroups } from './playground.ts';
import { TrialRow } from './TrialRow.tsx';

/** The failures of the sandbox’s playground, one click each. */
export function Playground() {
  const { data, loading, error, refetch } = useQuery(SandboxQuery);
  const isSandbox = data?.beeper?.sandbox === true;
  return (
    <section aria-labelledby="playground-title" className="playground">
      <h3 id="playground-title">Try the failures</h3>
      {isSandbox || loading ? (
        <p>
          Each one is really sent, and shows what a page does with the result. By default, the gateway accepts
          30 writes a minute: beyond that, you see its own limit.
        </p>
      ) : (
        <p className="notice" data-kind="warning">
          The failures need the sandbox. This gateway is connected to a real Beeper, so nothing is sent from
          here.
        </p>
      )}
      <QueryFailures error={error} onRetry={() => void refetch()} />
      {trialGroups.map(({ title, trials }) => (
        <section key={title} aria-label={title}>
          <h4>{title}</h4>
          <ul>
            {trials.map((trial) => (
              <TrialRow key={trial.name} trial={trial} isDisabled={!isSandbox} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
