import { useMemo } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/language.ts';
import { err, ok } from '../../shared/core/result.ts';
import { lookupOf, type RecordSet, referenceBookOf } from '../../shared/records/recordSet.ts';
import { definitionOf, findDefinition } from '../../shared/records/registry.ts';
import type { ReferenceBook } from '../../shared/schema/codec.ts';
import { codecOf } from '../../shared/schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { FormServices } from '../forms/formServices.ts';
import { initialValues } from '../forms/initialValues.ts';
import { useLanguage } from '../i18n/useTexts.ts';
import { useRecordSet } from '../storage/StoreContext.tsx';
import type { PickerOption } from '../ui/pickerOptions.ts';
import { encodePhoto } from './encodePhoto.ts';
import { evidenceFiles } from './evidenceFiles.ts';
import { saveErrorText } from './saveErrorTexts.ts';
import { useHost, useSettings } from './services.tsx';
import type { Workspace } from './settings.ts';
import { useRecordActions } from './useRecordActions.ts';
import { localZone, useToday } from './useToday.ts';

/** What the forms need of records, session and store; the same object until one of them changes. */
export function useFormServices(): FormServices {
  const language = useLanguage();
  const records = useRecordSet();
  const actions = useRecordActions();
  const today = useToday();
  const host = useHost();
  const { workspace } = useSettings();
  return useMemo(() => {
    const references = referenceBookOf(records, language);
    const timeZone = localZone();
    const optionsByType = new Map<string, readonly PickerOption[]>();
    return {
      today,
      timeZone,
      evidence: evidenceFiles({ host, records, actions, encodePhoto, today, timeZone, language }),
      lookup: lookupOf(records, today),
      references,
      definitionOf: findDefinition,
      options: (type) => {
        const known = optionsByType.get(type) ?? referenceOptions(records, type, language, references);
        optionsByType.set(type, known);
        return known;
      },
      initialValues: (definition) => initialValues(definition, { centerId: centerOf(workspace), today }),
      isHidden: (definition, field) => isGivenByWorkspace(definition, field, workspace),
      create: async (type, values) => {
        const created = await actions.create(type, values);
        return created.ok ? ok(created.value.id) : err(saveErrorText(created.error, language));
      },
    };
  }, [records, language, actions, today, workspace, host]);
}

/** In the workspace of one center nobody is asked which center an entry belongs to. */
export function isGivenByWorkspace(
  { scope }: Pick<AnyRecordDefinition, 'scope'>,
  field: string,
  workspace: Workspace | null,
): boolean {
  return workspace?.kind === 'center' && scope === 'center' && field === 'center';
}

const centerOf = (workspace: Workspace | null): RecordId | null =>
  workspace?.kind === 'center' ? workspace.centerId : null;

function referenceOptions(
  records: RecordSet,
  type: string,
  language: Language,
  references: ReferenceBook,
): readonly PickerOption[] {
  if (findDefinition(type) === null) return [];
  const definition = definitionOf(type);
  const [, detailField = ''] = definition.listFields;
  const detailSpec = definition.spec(detailField);
  const other: Language = language === 'ko' ? 'en' : 'ko';
  return records
    .all(type)
    .map(({ id, values }) => {
      const detail = values[detailField];
      return {
        value: id,
        label: references.titleOf(type, id) ?? id,
        keywords: definition.title(values, { language: other, references }),
        ...(detailSpec === null || detail === undefined
          ? {}
          : { detail: codecOf(detailSpec).toText(detail, { language, references }) }),
      };
    })
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
