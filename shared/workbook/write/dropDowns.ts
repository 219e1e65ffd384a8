import type { TableSheet } from '../grid.ts';
import { quoteSheetName, renameInReference } from './names.ts';
import { columnLetters, type ValidationPlan } from './sheetPlan.ts';

/** Excel refuses a list written into the rule itself above this many characters. */
const maxLiteralList = 255;

/** Lists that do not fit into a rule; they go to a very hidden sheet, one column each, equal lists once. */
export interface ListStore {
  readonly sheetName: string;
  readonly lists: string[][];
}

const texts = {
  strict: {
    en: { title: 'Not in the list', message: 'Choose one of the values in the list.' },
    ko: { title: '목록에 없는 값', message: '목록에 있는 값 가운데 하나를 선택하세요.' },
  },
  open: {
    en: {
      title: 'Not in the list',
      message: 'This value is not in the list. Keep it only if it is really new.',
    },
    ko: { title: '목록에 없는 값', message: '목록에 없는 값입니다. 새로운 값이 맞을 때만 그대로 두세요.' },
  },
} as const;

/** One rule per column with a drop-down, over the data and the spare rows (as Excel numbers them); long lists are added to the store. */
export function planDropDowns(
  sheet: TableSheet,
  { first, last }: { readonly first: number; readonly last: number },
  language: 'en' | 'ko',
  names: ReadonlyMap<string, string>,
  store: ListStore,
): readonly ValidationPlan[] {
  const plans: ValidationPlan[] = [];
  if (last < first) return plans;
  for (const [index, { dropDown, strictDropDown }] of sheet.columns.entries()) {
    if (dropDown === undefined) continue;
    const formula =
      'range' in dropDown
        ? renameInReference(dropDown.range.replace(/^=/, ''), names)
        : valuesFormula(dropDown.values, store);
    if (formula === null) continue;
    const strict = strictDropDown !== false;
    const column = columnLetters(index);
    const text = texts[strict ? 'strict' : 'open'][language];
    plans.push({ range: `${column}${first}:${column}${last}`, formula, strict, ...text });
  }
  return plans;
}

function valuesFormula(values: readonly string[], store: ListStore): string | null {
  if (values.length === 0) return null;
  const literal = values.join(',');
  // In a literal list a comma parts values, a quote ends it, and Excel trims blanks.
  const plain = values.every((value) => value !== '' && value.trim() === value && !/[,"\r\n]|^=/.test(value));
  if (plain && literal.length <= maxLiteralList) return `"${literal}"`;
  const key = JSON.stringify(values);
  let index = store.lists.findIndex((list) => JSON.stringify(list) === key);
  if (index < 0) index = store.lists.push([...values]) - 1;
  const column = columnLetters(index);
  return `${quoteSheetName(store.sheetName)}!$${column}$1:$${column}$${values.length}`;
}
