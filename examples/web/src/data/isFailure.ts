import type { FailureData } from '../failures/Failure.ts';
import { isRecord } from './storage.ts';

/** @returns whether a value that was stored has the form of a failure, also of one whose type is newer than the page. */
export function isFailure(value: unknown): value is FailureData {
  if (!isRecord(value)) return false;
  const { issues = [], missing = [], candidates } = value;
  return (
    typeof value.__typename === 'string' &&
    typeof value.message === 'string' &&
    typeof value.retryable === 'boolean' &&
    // What is shown as it is: an object would not be rendered.
    Object.entries(value).every(([name, part]) => !isRecord(part) || notShown.has(name)) &&
    isListOf(issues, (issue) => isListOf(issue.path, isText) && isText(issue.message)) &&
    isListOf(missing, isText) &&
    (candidates == null || isListOf(candidates, ({ id }) => isText(id)))
  );
}

const notShown = new Set(['issues', 'missing', 'candidates', 'clearedDraft']);

const isText = (value: unknown): boolean => typeof value === 'string';

// biome-ignore lint/suspicious/noExplicitAny: items are checked field by field.
function isListOf(value: unknown, isItem: (item: any) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => item !== null && isItem(item));
}
