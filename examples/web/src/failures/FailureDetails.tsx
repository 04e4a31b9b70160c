import { CopyButton } from '../ui/CopyButton.tsx';
import { adviceOf, type FailureData } from './Failure.ts';

/** What the operator of the gateway asks for when somebody reports a failure. */
export function FailureDetails({ failure }: { failure: FailureData }) {
  const details = detailsOf(failure);
  if (details.length === 0) return null;
  return (
    <details className="failure-details">
      <summary>Details</summary>
      <dl>
        {details.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CopyButton text={details.map(([name, value]) => `${name}: ${value}`).join('\n')} />
    </details>
  );
}

/** No text of a message, so that it can be pasted anywhere. */
function detailsOf(failure: FailureData): [string, string][] {
  const all: [string, string | number | null][] = [
    ['Code', failure.code],
    // Where the page has words of its own.
    ['Message', adviceOf(failure).text ? failure.message : null],
    ['Remedy', adviceOf(failure).text ? failure.remedy : null],
    ['Request ID', failure.requestID],
    ['Beeper’s code', 'upstreamCode' in failure ? failure.upstreamCode : null],
    ['Beeper’s status', 'httpStatus' in failure ? failure.httpStatus : null],
    ['Version of Beeper', 'actualVersion' in failure ? failure.actualVersion : null],
    ['Version needed', 'requiredVersion' in failure ? failure.requiredVersion : null],
    ['Missing', 'missing' in failure ? failure.missing.join(', ') || null : null],
  ];
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
}
