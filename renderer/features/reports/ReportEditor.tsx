import { Button, Textarea } from '@mantine/core';
import { Fragment } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { type Language, languages } from '../../../shared/core/language.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { takeSentence } from '../../../shared/reports/periodic/draftSentences.ts';
import { missingTranslations } from '../../../shared/reports/periodic/reportPaper.ts';
import {
  type ReportSection,
  type ReportTextField,
  textsBySection,
} from '../../../shared/reports/periodic/reportSections.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Notice, StateMark } from '../../ui/Notice.tsx';
import { ChangedSentence } from './ChangedSentence.tsx';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';
import type { ReportTexts } from './useReportTexts.ts';

export interface ReportEditorProps {
  readonly report: RecordId;
  readonly sections: readonly ReportSection[];
  readonly texts: ReportTexts;
}

/** The texts of a report by section, in both languages, with the sentences that the log gives. */
export function ReportEditor({ report, sections, texts }: ReportEditorProps) {
  const t = useTexts(reportsTexts);
  const missing = missingTranslations(texts.texts);
  return (
    <section className={classes.editor} aria-label={t('editor')}>
      {missing.en.length + missing.ko.length === 0 ? null : (
        <Notice state="warn">{t('missingSummary', { en: missing.en.length, ko: missing.ko.length })}</Notice>
      )}
      {sections.map((section, index) =>
        textsBySection[section.key].length === 0 ? null : (
          <EditedSection
            key={section.key}
            report={report}
            section={section}
            number={index + 1}
            texts={texts}
          />
        ),
      )}
      <p className={classes.muted} role="status">
        {t(texts.isSaved ? 'textsSaved' : 'textsKept')}
      </p>
    </section>
  );
}

interface EditedSectionProps {
  readonly report: RecordId;
  readonly section: ReportSection;
  readonly number: number;
  readonly texts: ReportTexts;
}

function EditedSection({ report, section, number, texts }: EditedSectionProps) {
  const t = useTexts(reportsTexts);
  const label = useLabel();
  const fields: readonly ReportTextField[] = textsBySection[section.key];
  const [first] = fields;
  const isTaken =
    first === undefined ||
    languages.every((language) => texts.texts[first]?.[language]?.includes(section.draft[language]) === true);
  const take = (): void => {
    if (first === undefined) return;
    for (const language of languages) {
      texts.type(
        first,
        language,
        takeSentence(texts.texts[first]?.[language] ?? '', section.draft[language]),
      );
    }
  };
  return (
    <fieldset className={classes.edited}>
      <legend>
        {number}. {label(section.title)}
      </legend>
      <div className={classes.computed}>
        <span className={classes.muted}>{t('fromLog')}</span>
        <p>{label(section.draft)}</p>
        {isTaken ? (
          <StateMark state="ok">{t('taken')}</StateMark>
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('takeOf', { section: label(section.title) })}
            onClick={take}
          >
            {t('take')}
          </Button>
        )}
      </div>
      {fields.map((field) => (
        <EditedField key={field} report={report} field={field} section={section} texts={texts} />
      ))}
    </fieldset>
  );
}

interface EditedFieldProps extends Omit<EditedSectionProps, 'number'> {
  readonly field: ReportTextField;
}

const names = { en: 'inEnglish', ko: 'inKorean' } as const satisfies Readonly<Record<Language, string>>;

/** One text in both languages, the screen's own first. */
function EditedField({ report, field, section, texts }: EditedFieldProps) {
  const t = useTexts(reportsTexts);
  const label = useLabel();
  const own = useLanguage();
  const spec = definitionOf('report').spec(field);
  const text = texts.texts[field];
  const order: readonly Language[] = own === 'ko' ? ['ko', 'en'] : ['en', 'ko'];
  return order.map((language) => {
    const other = language === 'ko' ? 'en' : 'ko';
    const isMissing = text?.[other] !== undefined && text[language] === undefined;
    return (
      <Fragment key={language}>
        <Textarea
          lang={language}
          label={`${spec === null ? '' : label(spec.label)} (${t(names[language])})`}
          classNames={{ input: classes.text ?? '' }}
          rows={2}
          maxLength={20_000}
          value={text?.[language] ?? ''}
          inputWrapperOrder={['label', 'input', 'description']}
          description={isMissing ? <StateMark state="warn">{t(`missing.${language}`)}</StateMark> : undefined}
          onChange={(event) => texts.type(field, language, event.currentTarget.value)}
          onBlur={() => void texts.save()}
        />
        <ChangedSentence
          place={`${report} ${field} ${language}`}
          text={text?.[language] ?? ''}
          section={section}
          language={language}
          onTake={(next) => texts.type(field, language, next)}
        />
      </Fragment>
    );
  });
}
