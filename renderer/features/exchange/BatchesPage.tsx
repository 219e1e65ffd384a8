import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ListRestart } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ChangeSet } from '../../../shared/sync/changeSet.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useChangeSets, useStoreState } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import classes from './Batches.module.css';
import { BatchTable } from './BatchTable.tsx';
import { batchTexts } from './batchTexts.ts';
import { takenBack } from './takenBack.ts';
import { type BatchUndo, useBatchUndo } from './useBatchUndo.ts';

type Shown = 'imports' | 'all';

const pageSize = 100;
/** More change sets than anybody ever saves. */
const allOfThem = 1_000_000_000;

/** Everything that was saved here, imports first, each to be taken back as a whole. */
export function BatchesPage() {
  const t = useTexts(batchTexts);
  const [shown, setShown] = useState<Shown>('imports');
  const [limit, setLimit] = useState(pageSize);
  const { changeSets: total } = useStoreState();
  // What came of an undo stays in sight while the list is read anew, and when one looks at the other list meanwhile.
  const undo = useBatchUndo();
  // Imports are few among many edits, so all are looked through for them. A number that went up with each change set
  // would be another question each time, and the list gone until it is answered.
  const changeSets = useChangeSets(shown === 'imports' ? allOfThem : limit);
  const listed = useMemo(
    () => (changeSets ?? []).filter(({ kind }) => shown === 'all' || kind === 'import'),
    [changeSets, shown],
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <SegmentedControl
          aria-label={t('show')}
          data={[
            { value: 'imports', label: t('imports') },
            { value: 'all', label: t('all') },
          ]}
          value={shown}
          onChange={(value) => setShown(value === 'all' ? 'all' : 'imports')}
        />
      }
    >
      {changeSets === null ? null : listed.length === 0 ? (
        <NoImports />
      ) : (
        <Listed listed={listed.slice(0, limit)} all={changeSets} undo={undo} />
      )}
      {listed.length > limit || (shown === 'all' && limit < total) ? (
        <Button variant="default" className={classes.more} onClick={() => setLimit(limit + pageSize)}>
          {t('more')}
        </Button>
      ) : null}
    </Page>
  );
}

function Listed({
  listed,
  all,
  undo,
}: {
  readonly listed: readonly ChangeSet[];
  readonly all: readonly ChangeSet[];
  readonly undo: BatchUndo;
}) {
  const byId = useMemo(() => new Map(all.map((one) => [String(one.id), one])), [all]);
  const undoneBy = useMemo(() => takenBack(all), [all]);
  return <BatchTable changeSets={listed} byId={byId} undoneBy={undoneBy} undo={undo} />;
}

function NoImports() {
  const t = useTexts(batchTexts);
  return (
    <EmptyState
      icon={<ListRestart size={24} />}
      title={t('noImportsTitle')}
      text={t('noImportsText')}
      actions={
        <Button component={Link} to={paths.receive}>
          {t('receive')}
        </Button>
      }
    />
  );
}
