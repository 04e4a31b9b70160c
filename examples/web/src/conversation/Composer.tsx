import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { type FragmentType, getFragmentData, graphql } from '../gql/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { plainName } from '../ui/plainName.ts';
import { AttachedFiles } from './AttachedFiles.tsx';
import type { Message } from './MessageRow.tsx';
import { summaryOf } from './Quote.tsx';
import { useScope } from './scope.ts';

const ComposerFragment = graphql(`
  fragment Composer on BeeperChat {
    id
    isReadOnly
    account { id network statusText }
    capabilities { maxTextLength }
  }
`);

/** The field to write a message, with the files and the message that it replies to. */
export function Composer({
  chat,
  fieldRef,
  text,
  onText,
  files,
  onFiles,
  onRemoveFile,
  replyTo,
  onCancelReply,
  onSubmit,
}: {
  chat: FragmentType<typeof ComposerFragment>;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  files: readonly File[];
  /** Attaches more files. */
  onFiles: (files: readonly File[]) => void;
  onRemoveFile: (file: File) => void;
  replyTo: Message | null;
  onCancelReply: () => void;
  onSubmit: () => void;
}) {
  const { canSend, sendsVia } = useScope();
  const { isReadOnly, account, capabilities } = getFragmentData(ComposerFragment, chat);
  const picker = useRef<HTMLInputElement>(null);
  // A second Enter or click can come before the field is empty.
  const isSubmitted = useRef(false);
  useEffect(() => {
    isSubmitted.current = false;
  });
  const excess = [...text].length - (capabilities?.maxTextLength ?? 65_536);
  const empty = files.find(({ size }) => size === 0);
  const canSubmit = (text.trim() !== '' || files.length > 0) && excess <= 0 && !empty;

  // The field is as high as its text, up to the limit in the style sheet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height depends on the text.
  useLayoutEffect(() => {
    const field = fieldRef.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }, [text, fieldRef]);

  if (!canSend)
    return (
      <p className="composer composer-closed" role="note">
        {isReadOnly
          ? 'You can read this chat, but not write in it.'
          : `${account?.network ?? 'The account'} is not connected${account?.statusText ? `: ${account.statusText}` : ''}. Connect it in Beeper to write here.`}
      </p>
    );

  const submit = () => {
    fieldRef.current?.focus();
    if (!canSubmit || isSubmitted.current) return;
    isSubmitted.current = true;
    onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && replyTo) {
      event.stopPropagation();
      onCancelReply();
    }
    // While Enter chooses a word of an input method, it sends nothing. Safari tells by the code 229.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    submit();
  };
  const onPaste = (event: ClipboardEvent) => {
    const { files: pasted, types } = event.clipboardData;
    // Office programs copy a text together with a picture of it.
    if (!pasted.length || types.includes('text/plain')) return;
    event.preventDefault();
    onFiles([...pasted]);
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {replyTo && (
        <div className="composer-reply">
          <Icon name="reply" size="small" />
          <p>
            <strong>
              Reply to {replyTo.isSender ? 'yourself' : plainName(replyTo.senderName ?? 'a message')}
            </strong>
            <span>{summaryOf(replyTo)}</span>
          </p>
          <button type="button" className="icon-button" aria-label="Cancel the reply" onClick={onCancelReply}>
            <Icon name="close" size="small" />
          </button>
        </div>
      )}
      <AttachedFiles files={files} onRemove={onRemoveFile} />
      <div className="composer-row">
        <button
          type="button"
          className="icon-button"
          aria-label="Attach files"
          onClick={() => picker.current?.click()}
        >
          <Icon name="attach" />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])]);
            // The same file can be chosen again.
            target.value = '';
          }}
        />
        <textarea
          ref={fieldRef}
          className="input"
          rows={1}
          value={text}
          aria-label="Message"
          placeholder={
            files.length ? 'Add a caption' : `Write a message${sendsVia ? ` via ${sendsVia}` : ''}`
          }
          aria-invalid={excess > 0}
          aria-describedby={excess > 0 ? 'text-too-long' : undefined}
          onChange={({ target }) => onText(target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button
          type="submit"
          className="icon-button composer-send"
          aria-label="Send"
          aria-disabled={!canSubmit}
        >
          <Icon name="send" />
        </button>
      </div>
      {empty && (
        <p className="field-error" role="status">
          {plainName(empty.name)} is empty and can’t be sent. Remove it.
        </p>
      )}
      {excess > 0 && (
        <p id="text-too-long" className="field-error" role="status">
          {excess} characters too many for this network.
        </p>
      )}
    </form>
  );
}
