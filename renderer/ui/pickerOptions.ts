import { foldText } from '../../shared/core/text.ts';

export interface PickerOption {
  readonly value: string;
  readonly label: string;
  /** A second line that tells equal names apart. */
  readonly detail?: string;
  /** Further words under which the option is found. */
  readonly keywords?: string;
}

/** What is shown at most; a longer list is narrowed by typing. */
export const mostOptions = 50;

/** The options that hold every word of the query, those that begin with it first. */
export function findOptions(options: readonly PickerOption[], query: string): readonly PickerOption[] {
  const folded = foldText(query);
  if (folded === '') return options.slice(0, mostOptions);
  const words = folded.split(' ');
  const first: PickerOption[] = [];
  const others: PickerOption[] = [];
  for (const option of options) {
    const text = foldText(`${option.label} ${option.detail ?? ''} ${option.keywords ?? ''}`);
    if (!words.every((word) => text.includes(word))) continue;
    (text.startsWith(folded) ? first : others).push(option);
  }
  return [...first, ...others].slice(0, mostOptions);
}
