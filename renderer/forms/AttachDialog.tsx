import { Button, Checkbox, Modal } from '@mantine/core';
import { useId, useState } from 'react';
import { isRecordId, type RecordId } from '../../shared/core/ids.ts';
import { evidenceType } from '../../shared/schema/codecs/references.ts';
import { fileSizeText } from '../i18n/fileSizeText.ts';
import { useLabel, useLanguage, useTexts } from '../i18n/useTexts.ts';
import { cx } from '../ui/cx.ts';
import boxes from '../ui/inputs.module.css';
import { Notice, StateMark } from '../ui/Notice.tsx';
import { SelectBox } from './controls/SelectBox.tsx';
import classes from './Evidence.module.css';
import type { FileRefusal, GivenFile, PreparedFile } from './evidenceServices.ts';
import { evidenceTexts } from './evidenceTexts.ts';
import type { FormServices } from './formServices.ts';
import { type AttachRow, type AttachState, isDateText, isReady, useAttach } from './useAttach.ts';

export interface AttachDialogProps {
  readonly files: readonly GivenFile[];
  readonly services: FormServices;
  readonly onAttached: (ids: readonly RecordId[]) => void;
  readonly onClose: () => void;
}

/** What each file is, what becomes of it, and what it shows; nothing is kept before the person says so. */
export function AttachDialog({ files, services, onAttached, onClose }: AttachDialogProps) {
  const t = useTexts(evidenceTexts);
  const state = useAttach(files, services);
  const [center, setCenter] = useState(() => startCenter(services));
  const asksCenter = startCenter(services) === '';
  const ready = state.rows.filter(isReady).length;
  const attach = async (): Promise<void> => {
    const { ids, failed } = await state.keepAll(isRecordId(center) ? center : null);
    if (ids.length > 0) onAttached(ids);
    if (!failed) onClose();
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={t('dialogTitle')} withCloseButton={false}>
      <div className={classes.dialog}>
        <p className={classes.note}>{t('photoNote')}</p>
        {asksCenter ? (
          <div className={classes.selectBox}>
            <SelectBox
              label={t('center')}
              invalid={false}
              options={services.options('center').map(({ value, label }) => ({ value, label }))}
              value={center}
              emptyLabel={t('center')}
              onChange={setCenter}
              onBlur={() => undefined}
            />
          </div>
        ) : null}
        <ul className={classes.rows}>
          {state.rows.map((row) => (
            <Row key={row.key} row={row} services={services} state={state} />
          ))}
        </ul>
        <div className={classes.buttons}>
          <Button
            disabled={ready === 0 || state.isKeeping || (asksCenter && center === '')}
            onClick={() => void attach()}
          >
            {state.isKeeping ? t('attaching') : t('attach', { count: ready })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

interface RowProps {
  readonly row: AttachRow;
  readonly services: FormServices;
  readonly state: AttachState;
}

function Row({ row, services, state }: RowProps) {
  const t = useTexts(evidenceTexts);
  const { prepared, failure } = row;
  const name = prepared?.ok === true ? prepared.value.name : row.name;
  return (
    <li className={classes.attachRow} aria-label={name}>
      <div className={classes.rowHead}>
        <span className={classes.name}>{name}</span>
        {prepared?.ok === true ? <Size file={prepared.value} /> : null}
      </div>
      {prepared === null ? <p className={classes.note}>{t('reading', { name })}</p> : null}
      {prepared?.ok === false ? <Refusal refusal={prepared.error} /> : null}
      {prepared?.ok === true ? (
        <>
          <Concerns row={row} file={prepared.value} state={state} />
          {prepared.value.known === null ? (
            <Details row={row} name={name} services={services} state={state} />
          ) : (
            <StateMark state="info">{t('known')}</StateMark>
          )}
        </>
      ) : null}
      {failure === null ? null : (
        <Notice state="bad" role="alert">
          {failure}
        </Notice>
      )}
    </li>
  );
}

function Size({ file: { bytes, givenBytes } }: { readonly file: PreparedFile }) {
  const t = useTexts(evidenceTexts);
  const language = useLanguage();
  const size = fileSizeText(bytes.length, language);
  const before = fileSizeText(givenBytes, language);
  return (
    <span className={classes.size}>
      {bytes.length < givenBytes ? t('smaller', { size, before }) : t('size', { size })}
    </span>
  );
}

const limitMb = 25;
const hardLimitMb = 200;

function Refusal({ refusal }: { readonly refusal: FileRefusal }) {
  const t = useTexts(evidenceTexts);
  const text = {
    EMPTY: t('refusedEmpty'),
    TOO_LARGE: t('refusedLarge', { limit: hardLimitMb }),
    TOO_MANY_PIXELS: t('refusedPixels'),
    KIND: t('refusedKind'),
    NOT_FOLLOWED: t('refusedNotFollowed'),
    UNREADABLE: t('refusedUnreadable'),
  }[refusal];
  return <StateMark state="bad">{text}</StateMark>;
}

function Concerns({ row, file, state }: Omit<RowProps, 'services'> & { readonly file: PreparedFile }) {
  const t = useTexts(evidenceTexts);
  if (file.concerns.length === 0) return null;
  return (
    <div className={classes.concerns}>
      {file.concerns.map((concern) => (
        <StateMark key={concern} state="warn">
          {concern === 'LOCATION' ? t('location') : t('large', { limit: limitMb })}
        </StateMark>
      ))}
      <Checkbox
        label={t('agree')}
        checked={row.agreed}
        onChange={(event) => state.change(row.key, { agreed: event.currentTarget.checked })}
      />
    </div>
  );
}

function Details({ row, name, services, state }: RowProps & { readonly name: string }) {
  const t = useTexts(evidenceTexts);
  const label = useLabel();
  const prefix = useId();
  const spec = services.definitionOf(evidenceType)?.spec('kind');
  const choices = spec?.kind === 'choice' ? spec.choices : [];
  const isBad = !isDateText(row.date);
  return (
    <div className={classes.details}>
      <div className={classes.selectBox}>
        <SelectBox
          label={t('kind', { name })}
          invalid={false}
          options={choices.map((choice) => ({ value: choice.value, label: label(choice.label) }))}
          value={row.kind}
          onChange={(kind) => state.change(row.key, { kind })}
          onBlur={() => undefined}
        />
      </div>
      <input
        className={cx(boxes.box, classes.date)}
        aria-label={t('date', { name })}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${prefix}-date` : undefined}
        placeholder={t('dateShort')}
        value={row.date}
        onChange={(event) => state.change(row.key, { date: event.currentTarget.value })}
      />
      <input
        className={cx(boxes.box, classes.description)}
        aria-label={t('description', { name })}
        placeholder={t('descriptionShort')}
        maxLength={4000}
        value={row.description}
        onChange={(event) => state.change(row.key, { description: event.currentTarget.value })}
      />
      {isBad ? (
        <p id={`${prefix}-date`} className={classes.wrong}>
          {t('badDate')}
        </p>
      ) : null}
    </div>
  );
}

/** The center of this workspace; '' at headquarters, where a person has to say which. */
function startCenter(services: FormServices): string {
  const definition = services.definitionOf(evidenceType);
  const start = definition === null ? undefined : services.initialValues(definition).center;
  return typeof start === 'string' ? start : '';
}
