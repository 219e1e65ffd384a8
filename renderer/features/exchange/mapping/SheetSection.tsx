import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { recordDefinitions } from '../../../../shared/records/registry.ts';
import type { LeftOutRow, SheetView } from '../../../../shared/workbook/foreign/sheetView.ts';
import type { SheetGrid } from '../../../../shared/workbook/grid.ts';
import { useLabel, useTexts } from '../../../i18n/useTexts.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Page.tsx';
import { ColumnList } from './ColumnList.tsx';
import { GapList } from './GapList.tsx';
import classes from './Mapping.module.css';
import { withIncluded, withSettled } from './mappingDraft.ts';
import { mappingTexts } from './mappingTexts.ts';
import type { Mapping } from './useMapping.ts';

export interface SheetSectionProps {
  readonly sheet: SheetGrid;
  readonly mapping: Mapping;
  readonly onForget: (fingerprint: string) => void;
}

/** One sheet: what it holds, where its table begins, what its columns are, and which rows stay out. */
export function SheetSection({ sheet, mapping, onForget }: SheetSectionProps) {
  const t = useTexts(mappingTexts);
  const view = mapping.views.get(sheet.name);
  const start = mapping.draft.sheets.find((one) => one.mapping.sheet === sheet.name);
  if (view === undefined || start === undefined) return null;
  const { fingerprint } = start;
  const isRead = view.table.definition !== null;
  return (
    <Section title={sheet.name}>
      {fingerprint === null ? null : (
        <Notice
          state="info"
          actions={
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                onForget(fingerprint);
                // A settled header brings the suggestion instead of the memory.
                mapping.change((draft, base) => withSettled(draft, { ...base, remembered: {} }, sheet, {}));
              }}
            >
              {t('forget')}
            </Button>
          }
        >
          {t('remembered')}
        </Notice>
      )}
      <SheetSettings sheet={sheet} view={view} mapping={mapping} />
      {isRead ? (
        <>
          <ColumnList sheet={sheet} view={view} start={start} mapping={mapping} />
          <GapList sheet={sheet} view={view} start={start} mapping={mapping} />
          <LeftOut rows={view.leftOut} sheet={sheet} mapping={mapping} />
        </>
      ) : null}
    </Section>
  );
}

interface SheetPartProps {
  readonly sheet: SheetGrid;
  readonly view: SheetView;
  readonly mapping: Mapping;
}

const noType = '';

function SheetSettings({ sheet, view, mapping }: SheetPartProps) {
  const t = useTexts(mappingTexts);
  const label = useLabel();
  const { type, headerRow, headerRows } = view.table.mapping;
  return (
    <div className={classes.settings}>
      <NativeSelect
        label={t('holds')}
        value={type ?? noType}
        data={[
          { value: noType, label: t('leaveSheet') },
          ...recordDefinitions.map((one) => ({ value: one.type, label: label(one.label.many) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          mapping.change((draft, base) =>
            withSettled(draft, base, sheet, { type: value === noType ? null : value }),
          )
        }
      />
      {type === null ? null : (
        <>
          <NumberInput
            label={t('headerRow')}
            value={headerRow + 1}
            min={1}
            max={Math.max(1, sheet.rows.length)}
            clampBehavior="strict"
            allowDecimal={false}
            onChange={(value) => {
              if (typeof value !== 'number' || value < 1) return;
              mapping.change((draft, base) => withSettled(draft, base, sheet, { headerRow: value - 1 }));
            }}
          />
          <Checkbox
            label={t('twoRows')}
            checked={headerRows === 2}
            onChange={({ currentTarget: { checked } }) =>
              mapping.change((draft, base) =>
                withSettled(draft, base, sheet, { headerRows: checked ? 2 : 1 }),
              )
            }
          />
          <span className={classes.count}>{t('rowsRead', { count: view.table.records.length })}</span>
        </>
      )}
    </div>
  );
}

const kindTexts = { total: 'kindTotal', header: 'kindHeader', section: 'kindSection' } as const;

function LeftOut({
  rows,
  sheet,
  mapping,
}: Pick<SheetPartProps, 'sheet' | 'mapping'> & { readonly rows: readonly LeftOutRow[] }) {
  const t = useTexts(mappingTexts);
  if (rows.length === 0) return null;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.groupTitle}>{t('leftOut')}</legend>
      <p className={classes.help}>{t('leftOutHelp')}</p>
      <div className={classes.leftOut}>
        {rows.map(({ row, kind, text, included }) => (
          <Checkbox
            key={row}
            label={`${t('takeRow', { row })} (${t(kindTexts[kind])}): ${text}`}
            checked={included}
            onChange={({ currentTarget: { checked } }) =>
              mapping.change((draft) => withIncluded(draft, sheet.name, row, checked))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
