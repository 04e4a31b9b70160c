import { Component, type ReactNode } from 'react';

/** Keeps a mistake of the page in the part where it happened: the rest goes on, and the part can be shown anew. */
export class ErrorBoundary extends Component<
  {
    /** What it is around, as in “The list of chats”. */
    name: string;
    /** The way out of the part, where its own is gone. */
    way?: ReactNode;
    children: ReactNode;
  },
  { hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const { name, way } = this.props;
    return (
      <div className="part-failed">
        {way}
        <div className="notice" data-kind="danger" role="alert">
          <strong>{name} could not be shown</strong>
          <p>This is a mistake of the page. The rest of it goes on.</p>
          <button type="button" className="button" onClick={() => this.setState({ hasFailed: false })}>
            Show it again
          </button>
        </div>
      </div>
    );
  }
}
