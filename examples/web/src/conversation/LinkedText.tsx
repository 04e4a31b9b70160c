import { useMemo } from 'react';
import { splitLinks } from './splitLinks.ts';

/** The text of a message. React escapes it; addresses become links, which nothing before them in the text can turn around. */
export function LinkedText({ text }: { text: string }) {
  const parts = useMemo(() => splitLinks(text), [text]);
  return (
    <p className="message-text" dir="auto">
      {parts.map(({ text, href }, at) =>
        href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity.
          <a key={at} href={href} dir="ltr" target="_blank" rel="noopener noreferrer">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  );
}
