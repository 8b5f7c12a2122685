import { Component, type ErrorInfo, type ReactNode } from 'react';
import { type KeptText, keptText } from '../app/kept-text';
import { Button } from '../ui/Button';
import './Failsafe.css';

interface State {
  readonly error: Error | null;
  readonly kept: KeptText | null;
}

/** The one boundary for bugs: whatever fails in the page, the text that was typed is kept. */
export class Failsafe extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null, kept: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)), kept: safely() };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    console.error(error, componentStack);
  }

  override render(): ReactNode {
    const { error, kept } = this.state;
    return error ? <Failure error={error} kept={kept} /> : this.props.children;
  }
}

// The editor may be what has failed.
function safely(): KeptText | null {
  try {
    return keptText();
  } catch {
    return null;
  }
}

function Failure({ error, kept }: { readonly error: Error; readonly kept: KeptText | null }) {
  return (
    <main className="failure">
      <h1>Something in Briefwright went wrong</h1>
      <p>
        {kept
          ? `The text of “${kept.slug}” is below as you left it. Copy it to be safe, then load the window again; what was typed is also kept in the journal and will be offered to you.`
          : 'No brief was open. Load the window again to go on.'}
      </p>
      <div className="failure-actions">
        {kept ? <CopyButton text={kept.text} /> : null}
        <Button variant={kept ? 'default' : 'primary'} onClick={() => window.location.reload()}>
          Load again
        </Button>
      </div>
      {kept ? (
        <textarea
          readOnly
          aria-label="The brief’s text"
          className="failure-text"
          value={kept.text}
        />
      ) : null}
      <details>
        <summary>What failed</summary>
        <pre>{error.stack ?? error.message}</pre>
      </details>
    </main>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  return (
    <Button variant="primary" onClick={() => void copyText(text)}>
      Copy text
    </Button>
  );
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    document.querySelector<HTMLTextAreaElement>('.failure-text')?.select();
    document.execCommand('copy');
  }
}
