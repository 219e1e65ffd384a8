import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './RecordPane.module.css';
import { recordTexts } from './recordsTexts.ts';

/** Why an approved plan and its targets cannot be edited, and what to do instead. */
export function FixedPlanNotice() {
  const t = useTexts(recordTexts);
  return (
    <div className={classes.notice}>
      <Notice
        state="info"
        actions={
          <Button component={Link} to={paths.plan} size="compact-sm" variant="default">
            {t('toPlan')}
          </Button>
        }
      >
        {t('fixedPlan')}
      </Notice>
    </div>
  );
}
