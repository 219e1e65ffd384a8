import { Button } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { useQuality } from '../../stores/useQuality.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { QualityFilters } from './QualityFilters.tsx';
import { QualityGroups } from './QualityGroups.tsx';
import { type Grouping, grouped, matches, noFilter } from './qualityFilter.ts';
import { qualityTexts } from './qualityTexts.ts';

/** Everything to be mended in the workspace, each line a way to the place where it is mended. */
export function QualityPage() {
  const t = useTexts(qualityTexts);
  const items = useQuality();
  const [filter, setFilter] = useState(noFilter);
  const [grouping, setGrouping] = useState<Grouping>('kind');
  const shown = useMemo(() => items.filter((item) => matches(filter, item)), [items, filter]);
  const groups = useMemo(() => grouped(shown, grouping), [shown, grouping]);
  if (items.length === 0) {
    return (
      <Page title={t('title')}>
        <EmptyState icon={<CircleCheck size={24} />} title={t('fineTitle')} text={t('fineText')} />
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QualityFilters
        items={items}
        shown={shown.length}
        filter={filter}
        onFilter={setFilter}
        grouping={grouping}
        onGrouping={setGrouping}
      />
      {groups.length === 0 ? (
        <EmptyState
          title={t('noneTitle')}
          text={t('noneText')}
          actions={
            <Button variant="default" onClick={() => setFilter(noFilter)}>
              {t('showEverything')}
            </Button>
          }
        />
      ) : (
        <QualityGroups groups={groups} grouping={grouping} />
      )}
    </Page>
  );
}
