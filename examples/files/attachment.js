import { element } from './element.js';
import { load } from './load.js';

/** What browsers show of what is called an image; HEIC, TIFF and SVG are downloads. */
const shownTypes = /^image\/(apng|avif|bmp|gif|jpeg|png|webp|x-icon)$/;

/**
 * @param {object} attachment as in the document `Conversation`
 * @param {(field: 'srcURL' | 'posterImg') => Promise<string | null>} renew returns the `contentURL` from a new answer
 * @returns {HTMLElement}
 */
export function attachmentElement(attachment, renew) {
  const { srcURL, type, mimeType } = attachment;
  if (!srcURL) return element('p', { className: 'file' }, `${nameOf(attachment)} (not available)`);
  const isShown = type === 'IMG' ? shownTypes.test(mimeType ?? 'image/png') : type !== 'UNKNOWN';
  if (srcURL.contentURL === null)
    return isShown && type === 'IMG' ? remoteImage(attachment) : remoteLink(attachment);
  if (!isShown) return download(attachment, renew);
  const shown = element('div', { className: 'media' });
  const onLost = () => shown.replaceChildren(download(attachment, renew));
  const media = type === 'IMG' ? image(attachment) : player(attachment, renew);
  load(media, srcURL.contentURL, { renew: () => renew('srcURL'), onLost });
  shown.append(media);
  const { transcription } = attachment.transcription ?? {};
  if (transcription) shown.append(element('p', { className: 'note' }, `“${transcription}”`));
  return shown;
}

/** The size reserves the space, so that nothing jumps when the picture arrives. */
function image({ size, fileName }) {
  const made = element('img', { loading: 'lazy', alt: fileName ?? 'Picture' });
  if (size?.width && size.height) Object.assign(made, { width: size.width, height: size.height });
  return made;
}

function player({ type, size, posterImg, isGif, fileName }, renew) {
  // Nothing is loaded before it is played; the poster of a video shows what it is.
  const common = {
    controls: true,
    preload: posterImg ? 'none' : 'metadata',
    ariaLabel: fileName ?? 'Recording',
  };
  if (type !== 'VIDEO') return element('audio', common);
  const video = element('video', { ...common, playsInline: true, loop: isGif === true });
  if (size?.width && size.height) Object.assign(video, { width: size.width, height: size.height });
  if (posterImg?.contentURL) {
    // A <video> does not tell when its poster fails; an <img> does.
    const poster = element('img');
    poster.onload = () => {
      video.poster = poster.src;
    };
    load(poster, posterImg.contentURL, { renew: () => renew('posterImg'), onLost() {} });
  }
  return video;
}

/** An address that has expired when it is clicked tells nobody but the person: it is requested again before. */
function download(attachment, renew) {
  const link = element('a', { target: '_blank', rel: 'noopener' }, nameOf(attachment));
  let readAt = Date.now();
  link.href = attachment.srcURL.contentURL;
  link.onclick = async (event) => {
    if (Date.now() - readAt < 55 * 60_000) return;
    event.preventDefault();
    const address = await renew('srcURL');
    if (!address) return;
    link.href = address;
    readAt = Date.now();
    link.click();
  };
  return element('p', { className: 'file' }, link, ' ', element('small', {}, sizeOf(attachment.fileSize)));
}

/** Loading it tells the server of the sender when and from where it is looked at, so a person decides. */
function remoteImage(attachment) {
  const { url } = attachment.srcURL;
  if (url === null || !/^https?:/i.test(url)) return remoteLink(attachment);
  const { host } = new URL(url);
  const button = element(
    'button',
    { type: 'button', className: 'remote' },
    `Show picture from ${host}`,
    element('small', {}, 'Its server learns that you look, and from where.'),
  );
  button.onclick = () => {
    const shown = Object.assign(image(attachment), { referrerPolicy: 'no-referrer' });
    shown.onerror = () => shown.replaceWith(remoteLink(attachment));
    shown.src = url;
    button.replaceWith(shown);
  };
  return button;
}

function remoteLink(attachment) {
  const { url } = attachment.srcURL;
  if (url === null || !/^https?:/i.test(url)) return element('p', { className: 'file' }, nameOf(attachment));
  const text = `${nameOf(attachment)} (at ${new URL(url).host})`;
  return element(
    'p',
    { className: 'file' },
    element('a', { href: url, target: '_blank', rel: 'noreferrer' }, text),
  );
}

const nameOf = ({ fileName, mimeType }) => fileName ?? mimeType ?? 'File';

const sizeOf = (bytes) => {
  if (bytes === null) return '';
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
};
