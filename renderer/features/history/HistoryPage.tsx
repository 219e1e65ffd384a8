import { Button, Menu, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Download, Printer, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type HistoryTable, historyLabels, historyTable } from '../../../shared/reports/historyTable.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { usePrint } from '../../stores/usePrint.ts';
import { useToday } from '../../stores/useToday.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { BehindNumber } from './BehindNumber.tsx';
import classes from './History.module.css';
import { type CellAddress, HistoryGrid } from './HistoryGrid.tsx';
import { CountRuleNotes, DifferenceNotes, HeldNote } from './HistoryNotes.tsx';
import { historyTexts } from './historyTexts.ts';
import { useSaveHistory } from './useSaveHistory.ts';

/** The programme's public table: published figures and counted records, apart and together. */
export function HistoryPage() {
  const t = useTexts(historyTexts);
  const records = useRecordSet();
  const [includeSample, setIncludeSample] = useState(false);
  const [selected, setSelected] = useState<CellAddress | null>(null);
  const until = useToday();
  const table = useMemo(
    () => historyTable(records, { includeSample, until }),
    [records, includeSample, until],
  );
  const sampleCount = useMemo(() => countSample(historyTable(records, { until })), [records, until]);
  if (table.rows.length === 0) return <NoCenters />;
  return (
    <Page
      title={t('title')}
      lead={<span className={classes.noPrint}>{t('lead')}</span>}
      actions={
        <>
          <SaveMenu table={table} includesSample={includeSample} />
          <PrintButton />
        </>
      }
    >
      <div className={classes.layout} data-open={selected !== null}>
        <div className={classes.main}>
          {sampleCount > 0 ? (
            <SampleSwitch count={sampleCount} on={includeSample} onChange={setIncludeSample} />
          ) : null}
          <HistoryGrid table={table} selected={selected} onSelect={setSelected} />
          <PrintedLine version={table.countRules} />
          <HeldNote table={table} />
          <DifferenceNotes table={table} />
          <CountRuleNotes version={table.countRules} />
        </div>
        {selected === null ? null : (
          <Behind
            table={table}
            address={selected}
            onClose={() => {
              setSelected(null);
            }}
          />
        )}
      </div>
    </Page>
  );
}

interface BehindProps {
  readonly table: HistoryTable;
  readonly address: CellAddress;
  readonly onClose: () => void;
}

function Behind({ table, address, onClose }: BehindProps) {
  const t = useTexts(historyTexts);
  const label = useLabel();
  const records = useRecordSet();
  const row = table.rows.find(({ centerId }) => (centerId ?? 'unknown') === address.row);
  const cells = address.row === 'total' ? table.totals : row?.cells;
  if (cells === undefined) return null;
  const name = row === undefined ? t('total') : label(row.label);
  return (
    <BehindNumber
      title={`${name}, ${label(historyLabels[address.metric])}`}
      cell={cells[address.metric]}
      records={records}
      onClose={onClose}
    />
  );
}

interface SampleSwitchProps {
  readonly count: number;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function SampleSwitch({ count, on, onChange }: SampleSwitchProps) {
  const t = useTexts(historyTexts);
  return (
    <div className={classes.sample}>
      <Switch
        className={classes.noPrint}
        label={t('includeSample')}
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {on ? (
        <Notice state="warn">{t('sampleIn')}</Notice>
      ) : (
        <p className={cx(classes.note, classes.noPrint)}>{t('sampleOut', { count })}</p>
      )}
    </div>
  );
}

/** On paper only: when and by which rules the table was made. */
function PrintedLine({ version }: { readonly version: number }) {
  const t = useTexts(historyTexts);
  const format = useFormat();
  const today = useToday();
  return <p className={classes.onlyPrint}>{t('printedOn', { date: format.date(today), version })}</p>;
}

function SaveMenu({
  table,
  includesSample,
}: {
  readonly table: HistoryTable;
  readonly includesSample: boolean;
}) {
  const t = useTexts(historyTexts);
  const save = useSaveHistory(table, includesSample);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          className={classes.noPrint}
          leftSection={<Download size={16} aria-hidden="true" />}
        >
          {t('save')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save.workbook()}>{t('saveWorkbook')}</Menu.Item>
        <Menu.Item onClick={() => void save.picture()}>{t('savePicture')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function PrintButton() {
  const t = useTexts(historyTexts);
  const print = usePrint();
  return (
    <Button
      variant="default"
      className={classes.noPrint}
      leftSection={<Printer size={16} aria-hidden="true" />}
      onClick={() => void print(t('printName'))}
    >
      {t('print')}
    </Button>
  );
}

function NoCenters() {
  const t = useTexts(historyTexts);
  return (
    <Page title={t('title')}>
      <EmptyState
        icon={<Table2 size={24} />}
        title={t('emptyTitle')}
        text={t('emptyText')}
        actions={
          <Button component={Link} to={paths.newRecord('center')}>
            {t('addCenter')}
          </Button>
        }
      />
    </Page>
  );
}

function countSample({ totals }: HistoryTable): number {
  return [totals.projects, totals.consulting, totals.workshops]
    .flatMap(({ records }) => records)
    .filter(({ sample }) => sample).length;
}
