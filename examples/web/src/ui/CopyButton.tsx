import { useState } from 'react';

/** Copies a text. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    // The browser can refuse; the text stands beside the button.
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(text),
      () => setCopied(null),
    );
  };
  return (
    <button type="button" className="button" onClick={copy}>
      {copied === text ? 'Copied' : label}
    </button>
  );
}
