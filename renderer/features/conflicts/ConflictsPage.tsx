import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { useOpenConflicts } from '../../stores/useOpenConflicts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ConflictList } from './ConflictList.tsx';
import { conflictTexts } from './conflictTexts.ts';

/** What several people changed without knowing of each other, to be decided one by one or many at once. */
export function ConflictsPage() {
  const t = useTexts(conflictTexts);
  const conflicts = useOpenConflicts();
  return (
    <Page title={t('title')} {...(conflicts.length === 0 ? {} : { lead: t('lead') })}>
      {conflicts.length === 0 ? (
        <EmptyState
          icon={<CircleCheck size={24} />}
          title={t('noneTitle')}
          text={t('noneText')}
          actions={
            <Button component={Link} to={paths.receive} variant="default">
              {t('receive')}
            </Button>
          }
        />
      ) : (
        <ConflictList conflicts={conflicts} />
      )}
    </Page>
  );
}
