/** @returns whether somebody works with a mouse. Elsewhere, a focused field opens a keyboard that covers half of the page. */
export const hasMouse = (): boolean => matchMedia('(hover: hover)').matches;
