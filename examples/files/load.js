/**
 * Loads a file into an `<img>`, `<video>` or `<audio>`. An address is good for an hour: where it does not load, it is
 * requested again, once.
 *
 * @param {HTMLImageElement | HTMLMediaElement} element
 * @param {string} address the `contentURL`
 * @param {object} options
 * @param {() => Promise<string | null>} options.renew returns the `contentURL` of the same file from a new answer
 * @param {() => void} options.onLost is called if it does not load then, either
 */
export function load(element, address, { renew, onLost }) {
  let isRenewed = false;
  element.onerror = async () => {
    if (isRenewed) return onLost();
    isRenewed = true;
    const { currentTime, paused } = /** @type {HTMLMediaElement} */ (element);
    const next = await renew().catch(() => null);
    if (!next) return onLost();
    element.src = next;
    if (!(currentTime > 0)) return;
    // A video goes on where it was.
    Object.assign(element, { currentTime });
    if (!paused) await /** @type {HTMLMediaElement} */ (element).play().catch(() => {});
  };
  element.addEventListener('load', () => {
    isRenewed = false;
  });
  element.addEventListener('playing', () => {
    isRenewed = false;
  });
  element.src = address;
}

/**
 * @template T
 * @param {() => Promise<T>} read
 * @returns {() => Promise<T>} `read` for all that want the same at the same time: of 50 expired pictures, one asks again.
 */
export function shared(read) {
  /** @type {Promise<T> | null} */
  let running = null;
  return () => {
    running ??= read().finally(() => {
      running = null;
    });
    return running;
  };
}
