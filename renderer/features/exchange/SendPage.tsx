import { Button } from '@mantine/core';
import { FileDown } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { recordOf } from '../../../shared/records/recordsOf.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useSettings } from '../../stores/services.tsx';
import { useToday } from '../../stores/useToday.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { fileSizeText } from './fileSizeText.ts';
import { OmissionsTable } from './OmissionsTable.tsx';
import { PackPreview } from './PackPreview.tsx';
import classes from './Send.module.css';
import { SendContentsTable } from './SendContentsTable.tsx';
import { SendForm } from './SendForm.tsx';
import { contentsOf, firstChoice, type SendChoice } from './sendChoice.ts';
import { sendTexts } from './sendTexts.ts';
import { suggestedFileName } from './suggestedFileName.ts';
import { usePackPlan } from './usePackPlan.ts';
import { type Send, useSend } from './useSend.ts';

/** Writes the workbook that goes to a colleague or to headquarters. */
export function SendPage() {
  const t = useTexts(sendTexts);
  const language = useLanguage();
  const today = useToday();
  const { workspace } = useSettings();
  const records = useRecordSet();
  const send = useSend();
  const ownCenter = workspace?.kind === 'center' ? workspace.centerId : null;
  const [choice, setChoice] = useState(() => firstChoice(today, ownCenter, language));
  const shown = useDeferredValue(choice);
  // Until the contents have caught up, nobody has seen what would be saved.
  const isBehind = shown !== choice;
  const contents = useMemo(() => contentsOf(records, shown), [records, shown]);
  const pack = usePackPlan(contents.live, shown);
  const name = useFileName(choice, contents.sample > 0);
  // All centers are not what somebody asked for who chose one that is gone.
  const isGone = choice.centerId !== null && recordOf(records, 'center', choice.centerId) === null;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={classes.send}>
        <SendForm choice={choice} isHeadquarters={ownCenter === null} onChange={setChoice} />
        <div>
          <SendContentsTable contents={contents} language={choice.language} />
          {choice.redact ? <OmissionsTable omissions={contents.omissions} /> : null}
          {pack === null ? null : (
            <PackPreview
              pack={pack}
              personal={choice.redact ? contents.omissions.evidence : 0}
              hasPassword={choice.password !== ''}
            />
          )}
          {isGone ? (
            <Notice state="bad" role="alert">
              {t('centerGone')}
            </Notice>
          ) : null}
          <p className={classes.fileName}>
            <span className={classes.muted}>{t('fileName')}</span> {name}
          </p>
          <Button
            leftSection={<FileDown size={16} aria-hidden="true" />}
            disabled={
              isGone ||
              isBehind ||
              send.state.step === 'writing' ||
              (choice.withFiles && pack?.state !== 'planned')
            }
            onClick={() => void send.save(choice, name, pack?.state === 'planned' ? pack.plan.files : null)}
          >
            {t(choice.withFiles ? 'savePack' : 'save')}
          </Button>
          <SendResult send={send} help />
        </div>
      </div>
      <Template choice={choice} />
    </Page>
  );
}

function SendResult({ send: { state }, help = false }: { readonly send: Send; readonly help?: boolean }) {
  const t = useTexts(sendTexts);
  const language = useLanguage();
  if (state.step === 'ready') return null;
  return (
    <div className={classes.result} aria-live="polite">
      {state.step === 'writing' ? (
        <p className={classes.muted}>
          {state.packing === null ? t('writing') : t('packing', { at: state.packing, of: state.of })}
        </p>
      ) : null}
      {state.step === 'failed' ? (
        <Notice state="bad" role="alert">
          {state.text}
        </Notice>
      ) : null}
      {state.step === 'saved' ? (
        <Notice state="ok">
          <span className={classes.path}>
            {t('saved', { path: state.file.path, size: fileSizeText(state.file.bytes, language) })}
          </span>
          {help ? <span className={classes.below}>{t('savedHelp')}</span> : null}
        </Notice>
      ) : null}
      {state.step === 'saved' && state.leftOut.length > 0 ? (
        <Notice state="warn">
          {t('packLeftOut', { count: state.leftOut.length, names: state.leftOut.join(', ') })}
        </Notice>
      ) : null}
    </div>
  );
}

function Template({ choice }: { readonly choice: SendChoice }) {
  const t = useTexts(sendTexts);
  const send = useSend();
  const name = `eGCC_${choice.language === 'ko' ? '입력서식' : 'entry-form'}.xlsx`;
  return (
    <Section title={t('templateTitle')}>
      <p className={classes.paragraph}>{t('templateText')}</p>
      <Button
        variant="default"
        disabled={send.state.step === 'writing'}
        onClick={() => void send.saveTemplate(choice, name)}
      >
        {t('saveTemplate')}
      </Button>
      <SendResult send={send} />
    </Section>
  );
}

function useFileName(choice: SendChoice, sample: boolean): string {
  const records = useRecordSet();
  const center = choice.centerId === null ? null : records.find('center', choice.centerId);
  const code = center?.values.code ?? '';
  return suggestedFileName({
    centerCode: choice.centerId === null ? null : typeof code === 'string' ? code : '',
    period: choice.scope === 'all' ? null : choice.period,
    sample,
    redacted: choice.redact,
    pack: choice.withFiles,
  });
}
