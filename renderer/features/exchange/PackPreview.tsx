import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { fileSizeText } from './fileSizeText.ts';
import classes from './Send.module.css';
import { sendTexts } from './sendTexts.ts';
import { someNames } from './someNames.ts';
import type { ShownPack } from './usePackPlan.ts';

export interface PackPreviewProps {
  readonly pack: ShownPack;
  /** Entries of evidence that stay out as personal data. */
  readonly personal: number;
  readonly hasPassword: boolean;
}

/** The files that go along with the workbook, and those that do not, before the pack is written. */
export function PackPreview({ pack, personal, hasPassword }: PackPreviewProps) {
  const t = useTexts(sendTexts);
  return (
    <section className={classes.pack} aria-label={t('evidence')}>
      <h3 className={classes.countsTitle}>{t('evidence')}</h3>
      {pack.state === 'reading' ? <p className={classes.muted}>{t('packReading')}</p> : null}
      {pack.state === 'unreadable' ? (
        <Notice state="bad" role="alert">
          {t('packUnreadable')}
        </Notice>
      ) : null}
      {pack.state === 'planned' ? <Planned plan={pack.plan} /> : null}
      {personal > 0 ? <Notice state="info">{t('packPersonal', { count: personal })}</Notice> : null}
      {hasPassword ? <Notice state="warn">{t('packPassword')}</Notice> : null}
    </section>
  );
}

function Planned({ plan }: { readonly plan: Extract<ShownPack, { state: 'planned' }>['plan'] }) {
  const t = useTexts(sendTexts);
  const language = useLanguage();
  const { files, absent, bytes } = plan;
  return (
    <>
      <p className={classes.muted}>
        {files.length === 0
          ? t('packNone')
          : t('packFiles', {
              count: files.length,
              size: fileSizeText(bytes, language),
            })}
      </p>
      {absent.length > 0 ? (
        <Notice state="warn">{t('packAbsent', { count: absent.length, names: someNames(absent) })}</Notice>
      ) : null}
    </>
  );
}
