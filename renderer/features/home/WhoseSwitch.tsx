import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { IsMine } from './homeRole.ts';
import { homeTexts } from './homeTexts.ts';

export interface Whose<Item> {
  readonly mine: boolean;
  readonly setMine: (mine: boolean) => void;
  readonly shown: readonly Item[];
  readonly counts: { readonly mine: number; readonly all: number };
}

/**
 * One's own items first, everybody's on demand; everybody's at once for whoever has none, or no work of the kind at all
 * (`isMine` null).
 */
export function useWhose<Item>(
  items: readonly Item[],
  isMine: IsMine | null,
  recordOf: (item: Item) => StoredRecord | null,
): Whose<Item> {
  const [chosen, setMine] = useState<boolean | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the way to a record is a part of the caller's code.
  const own = useMemo(
    () =>
      isMine === null
        ? items
        : items.filter((item) => {
            const record = recordOf(item);
            return record !== null && isMine(record);
          }),
    [items, isMine],
  );
  const mine = chosen ?? own.length > 0;
  return {
    mine,
    setMine,
    shown: mine ? own : items,
    counts: { mine: own.length, all: items.length },
  };
}

export function WhoseSwitch<Item>({ label, whose }: { readonly label: string; readonly whose: Whose<Item> }) {
  const t = useTexts(homeTexts);
  const format = useFormat();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('whose', { what: label })}
      data={[
        { value: 'mine', label: `${t('mine')} ${format.number(whose.counts.mine)}` },
        { value: 'all', label: `${t('everybodys')} ${format.number(whose.counts.all)}` },
      ]}
      value={whose.mine ? 'mine' : 'all'}
      onChange={(value) => whose.setMine(value === 'mine')}
    />
  );
}
