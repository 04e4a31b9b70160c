import { Component, type ReactNode } from 'react';

/** Keeps an error in the part of the page where it happened: the rest still works, and the part can be shown again. */
export class ErrorBoundary extends Component<
  {
    /** What it is around, as in “The list of chats”. */
    name: string;
    /** The way out of the part, where its own is gone. */
    exit?: ReactNode;
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
    const { name, exit } = this.props;
    return (
      <div className="part-failed">
        {exit}
        <div className="notice" data-kind="danger" role="alert">
          <strong>{name} could not be shown</strong>
          <p>Something went wrong here. The rest of the page still works.</p>
          <button type="button" className="button" onClick={() => this.setState({ hasFailed: false })}>
            Show it again
          </button>
        </div>
      </div>
    );
  }
}
