import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';

export interface ShownPartProps<Item> {
  readonly items: readonly Item[];
  /** How many at first. */
  readonly few: number;
  readonly children: (item: Item) => ReactNode;
}

// So many are drawn at once; whoever has more corrects them in the lists.
const mostShown = 300;

/** The first items of a list, and all of them on demand. */
export function ShownPart<Item>({ items, few, children }: ShownPartProps<Item>) {
  const t = useTexts(homeTexts);
  const format = useFormat();
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className={classes.list}>{items.slice(0, all ? mostShown : few).map(children)}</ul>
      {items.length > few ? (
        <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('showFewer') : t('showAll', { count: format.number(items.length) })}
        </Button>
      ) : null}
    </>
  );
}
