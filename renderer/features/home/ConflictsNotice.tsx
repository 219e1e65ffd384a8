import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { useOpenConflicts } from '../../stores/useOpenConflicts.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';

/** How many conflicts wait for a decision; nothing for none. */
export function ConflictsNotice() {
  const t = useTexts(homeTexts);
  const { length: count } = useOpenConflicts();
  if (count === 0) return null;
  return (
    <div className={classes.notice}>
      <Notice
        state="warn"
        actions={
          <Anchor component={Link} to={paths.conflicts} size="sm">
            {t('toConflicts')}
          </Anchor>
        }
      >
        {t('conflicts', { count })}
      </Notice>
    </div>
  );
}
