import { Kbd } from '@mantine/core';
import { useTexts } from '../../i18n/useTexts.ts';
import classes from './Conflicts.module.css';
import { conflictTexts } from './conflictTexts.ts';

const hints = [
  { keys: ['↑', '↓'], text: 'hintMove' },
  { keys: ['1', '2'], text: 'hintChoose' },
  { keys: ['E'], text: 'hintWrite' },
  { keys: ['Enter'], text: 'hintConfirm' },
  { keys: ['X'], text: 'hintTick' },
] as const;

export function KeyHints() {
  const t = useTexts(conflictTexts);
  return (
    <ul className={classes.hints} aria-label={t('hints')}>
      {hints.map(({ keys, text }) => (
        <li key={text}>
          {keys.map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
          {t(text)}
        </li>
      ))}
    </ul>
  );
}
