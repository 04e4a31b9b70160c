import { sendFile } from './documents.js';
import { element } from './element.js';
import { sentences } from './sentences.js';
import { prepareUpload } from './upload.js';

/**
 * The files that a person has chosen: each is uploaded at once, and sent once the person says so.
 *
 * @param {object} options
 * @param {HTMLUListElement} options.list where they are shown
 * @param {(query: string, variables?: object) => Promise<any>} options.ask
 * @param {(chatID: string) => void} options.onSent
 * @returns {(file: File, chatID: string) => void} uploads a file for a chat
 */
export function createUploads({ list, ask, onSent }) {
  return function add(file, chatID) {
    const upload = prepareUpload({ ask, file });
    // One key per file: however often “Send” is clicked, it is sent once.
    const key = crypto.randomUUID();
    let cancelling = new AbortController();
    let uploadID = '';

    const progress = element('progress', { max: 1, value: 0, ariaLabel: `Upload of ${file.name}` });
    const status = element('output');
    const caption = element('input', { placeholder: 'Caption', ariaLabel: `Caption of ${file.name}` });
    const send = element('button', { disabled: true }, 'Send');
    const retry = element('button', { type: 'button', hidden: true, onclick: start }, 'Try again');
    const cancel = element('button', { type: 'button', onclick: remove }, 'Cancel');
    const form = element(
      'form',
      {},
      element('b', {}, file.name),
      progress,
      status,
      caption,
      send,
      retry,
      cancel,
    );
    const item = element('li', {}, form);

    async function start() {
      if (file.size === 0) {
        status.value = 'The file is empty.';
        return;
      }
      cancelling = new AbortController();
      retry.hidden = true;
      status.value = 'Uploading …';
      try {
        ({ uploadID } = await upload.send({
          signal: cancelling.signal,
          onProgress(part) {
            progress.value = part;
          },
        }));
        progress.value = 1;
        status.value = 'Uploaded';
        send.disabled = false;
      } catch (error) {
        showFailure(error);
        retry.hidden = false;
      }
    }

    function remove() {
      cancelling.abort();
      item.remove();
    }

    form.onsubmit = async (event) => {
      event.preventDefault();
      send.disabled = true;
      status.value = 'Sending …';
      try {
        const variables = { chatID, uploadID, caption: caption.value.trim() || null, key };
        const { sendMessage: result } = await ask(sendFile, variables);
        // Beeper may have forgotten the file: it is uploaded again then.
        if (result.__typename === 'BeeperInvalidInputError') retry.hidden = false;
        if (result.__typename !== 'SendMessagePayload') throw result;
        item.remove();
        onSent(chatID);
      } catch (error) {
        showFailure(error);
        send.disabled = false;
      }
    };

    const showFailure = (/** @type {any} */ { message, remedy }) => {
      status.value = sentences(message, remedy);
    };

    list.append(item);
    void start();
  };
}

/**
 * Takes files that are dropped on the page, pasted, or chosen in a file input.
 * @param {HTMLInputElement} input
 * @param {(file: File) => void} onFile
 */
export function takeFiles(input, onFile) {
  const take = (/** @type {FileList | undefined} */ files) => {
    for (const file of files ?? []) onFile(file);
  };
  input.onchange = () => {
    take(input.files ?? undefined);
    input.value = '';
  };
  addEventListener('paste', ({ clipboardData }) => take(clipboardData?.files));
  addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dragging');
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) document.body.classList.remove('dragging');
  });
  addEventListener('drop', (event) => {
    // Otherwise the browser opens the file in place of the page.
    event.preventDefault();
    document.body.classList.remove('dragging');
    take(event.dataTransfer?.files);
  });
}
