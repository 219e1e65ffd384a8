import { useEffect, useMemo, useRef, useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { Language } from '../../../shared/core/language.ts';
import { type RecordOf, recordOf } from '../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { type ReportTextField, reportTextFields } from '../../../shared/reports/periodic/reportSections.ts';
import { type SealedReport, textsOf } from '../../../shared/reports/periodic/sealedReport.ts';
import { planUpdate } from '../../../shared/sync/planEdit.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { useLanguage } from '../../i18n/useTexts.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useClock, useSession, useSettings } from '../../stores/services.tsx';
import { useRecordActions } from '../../stores/useRecordActions.ts';
import { showToast } from '../../ui/toast.tsx';
import { partKey, stillUnsaved, type TypedTexts, typedFromJson, withTyped } from './reportTextDraft.ts';

export interface ReportTexts {
  /** As the paper shows them: saved, and typed since. */
  readonly texts: SealedReport['texts'];
  readonly isSaved: boolean;
  type(field: ReportTextField, language: Language, text: string): void;
  /** True when nothing is left to save. */
  save(): Promise<boolean>;
}

const nothing = {} as const;

/** The texts of a report being written: kept with every key, saved as an edit when a person leaves a text. */
export function useReportTexts(report: RecordOf<'report'> | null): ReportTexts {
  const id: RecordId | null = report?.id ?? null;
  const key = `reportTexts/${id}`;
  const { drafts } = useSettings();
  const clock = useClock();
  const language = useLanguage();
  const actions = useRecordActions();
  const keepDraft = useSession((session) => session.keepDraft);
  const [typed, setTyped] = useState<TypedTexts>(() => typedFromJson(drafts[key]?.values ?? null));
  const saved = useMemo(() => (report === null ? nothing : textsOf(report)), [report]);
  const texts = useMemo(() => withTyped(saved, typed), [saved, typed]);
  const unsaved = stillUnsaved(saved, typed);
  const latest = useRef(unsaved);
  latest.current = unsaved;
  // What is in the record by now is no longer typed: a later change of it from elsewhere shows.
  useEffect(() => setTyped((before) => stillUnsaved(saved, before)), [saved]);
  const save = async (): Promise<boolean> => {
    const parts = latest.current;
    if (id === null || Object.keys(parts).length === 0) return true;
    const committed = await actions.change((records, issue) => {
      const current = recordOf(records, 'report', id);
      if (current === null) return [];
      const { values } = current;
      const others = Object.entries(values).filter(
        ([field]) => !reportTextFields.some((one) => one === field),
      );
      const next = { ...Object.fromEntries(others), ...withTyped(textsOf(current), parts) };
      return planUpdate(definitionOf('report'), current as StoredRecord, next, issue);
    });
    if (!committed.ok) showToast({ message: saveErrorText(committed.error, language), failed: true });
    else if (
      latest.current === parts ||
      Object.keys(stillUnsaved(withTyped(nothing, parts), latest.current)).length === 0
    )
      keepDraft(key, null);
    return committed.ok;
  };
  return {
    texts,
    isSaved: Object.keys(unsaved).length === 0,
    type: (field, to, text) => {
      const part = { [partKey(field, to)]: text };
      const next = stillUnsaved(saved, { ...latest.current, ...part });
      latest.current = next;
      setTyped((before) => ({ ...before, ...part }));
      keepDraft(key, Object.keys(next).length === 0 ? null : { at: clock.now(), values: { ...next } });
    },
    save,
  };
}
