import { gatewayPath } from '../data/client.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Playground } from './Playground.tsx';
import '../styles/help.css';

/** In the repository, beside this example. */
const documents = [
  ['docs/errors.md', 'every error, and what to do about it'],
  ['docs/from-your-page.md', 'the first query from a page of your own'],
  ['docs/conversation.md', 'from the list of accounts to an answer'],
  ['docs/live.md', 'events, gaps and reconnecting'],
  ['docs/files.md', 'pictures, files and uploads'],
] as const;

const keys = [
  ['Tab', 'moves between the parts of the page'],
  ['Enter', 'sends the message'],
  ['Shift Enter', 'begins a new line'],
  ['Esc', 'closes this dialog, and cancels a reply'],
] as const;

/** The dialog with the keyboard, the documents and the failures to try. */
export function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Help" onClose={onClose}>
      <div className="help">
        <section aria-labelledby="keys-title">
          <h3 id="keys-title">Keyboard</h3>
          <dl className="help-list">
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  {key.split(' ').map((one) => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="documents-title">
          <h3 id="documents-title">Read and try</h3>
          <dl className="help-list">
            <div>
              <dt>
                <a href={gatewayPath} target="_blank" rel="noreferrer">
                  GraphiQL
                </a>
              </dt>
              <dd>writes queries, with the schema beside them</dd>
            </div>
            {documents.map(([path, what]) => (
              <div key={path}>
                <dt>
                  <code>{path}</code>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Playground />
      </div>
    </Dialog>
  );
}
