import { FailureNotice } from '../failures/FailureNotice.tsx';
import { plainName } from '../ui/plainName.ts';
import { useScope } from './scope.ts';
import type { MessageReactions } from './useReactions.ts';

/** The reactions to a message, with their numbers. The own ones are marked; a click adds or removes one. */
export function Reactions({
  reactions: { groups, failure, toggle, retry, dismiss },
  canReact,
  isActive,
}: {
  reactions: MessageReactions;
  canReact: boolean;
  isActive: boolean;
}) {
  const { people } = useScope();
  const nameOf = (id: string) => plainName(people.get(id)?.fullName ?? 'Somebody');
  return (
    <>
      {groups.length > 0 && (
        <ul className="reactions" aria-label="Reactions">
          {groups.map(({ key, count, isOwn, participantIDs, picture }) => (
            <li key={key}>
              <button
                type="button"
                className="reaction"
                aria-pressed={isOwn}
                aria-label={`${key} ${count}${isOwn ? ', with yours' : ''}`}
                title={participantIDs.map(nameOf).join(', ')}
                disabled={!canReact && !isOwn}
                tabIndex={isActive ? 0 : -1}
                onClick={() => toggle(key)}
              >
                {picture ? <img src={picture} alt="" width="18" height="18" /> : key}
                {count > 1 && <span>{count}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {failure && (
        <div className="message-failure">
          <FailureNotice failure={failure} onRetry={retry} />
          <button type="button" className="button" data-kind="quiet" onClick={dismiss}>
            Dismiss
          </button>
        </div>
      )}
    </>
  );
}
