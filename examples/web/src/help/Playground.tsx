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
          Each one is sent for real, and shows what a page makes of it. The gateway takes 30 writes a minute,
          unless it is set otherwise: whoever is faster sees its own limit.
        </p>
      ) : (
        <p className="notice" data-kind="warning">
          The failures are those of the sandbox. This gateway is connected to a real Beeper, so nothing is
          sent from here.
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
