import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { sortedSet } from '../../../shared/schema/codecs/choices.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { EvidenceCards } from '../../forms/EvidenceCards.tsx';
import { EvidenceDrop } from '../../forms/EvidenceDrop.tsx';
import type { FormServices } from '../../forms/formServices.ts';
import { useServicesOf } from '../../forms/useServicesOf.ts';
import { useLabel, useLanguage } from '../../i18n/useTexts.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useRecordActions } from '../../stores/useRecordActions.ts';
import { showToast } from '../../ui/toast.tsx';
import classes from './RecordPane.module.css';

/** The fields of a type that name evidence. */
export const evidenceFieldsOf = (definition: AnyRecordDefinition): readonly string[] =>
  definition.fieldKeys.filter((key) => definition.spec(key)?.kind === 'evidence');

export interface EvidencePanelProps {
  readonly definition: AnyRecordDefinition;
  readonly record: StoredRecord;
  readonly services: FormServices;
}

/** What proves a record. What is attached or taken away here is saved at once. */
export function EvidencePanel({ definition, record, services: given }: EvidencePanelProps) {
  const services = useServicesOf(given, definition, record.values);
  const label = useLabel();
  const language = useLanguage();
  const actions = useRecordActions();
  const save = async (field: string, ids: readonly RecordId[]): Promise<void> => {
    const value = ids.length === 0 ? {} : { [field]: sortedSet(ids) };
    const saved = await actions.update(definition.type, record.id, value, [field]);
    if (!saved.ok) showToast({ message: saveErrorText(saved.error, language), failed: true });
  };
  return (
    <div className={classes.evidence}>
      {evidenceFieldsOf(definition).map((field) => {
        const spec = definition.spec(field);
        const ids = idsIn(record.values[field]);
        return spec === null ? null : (
          <section key={field} aria-label={label(spec.label)}>
            <h3 className={classes.evidenceTitle}>{label(spec.label)}</h3>
            <EvidenceDrop
              services={services}
              onAttached={(added) => void save(field, [...new Set([...ids, ...added])])}
            >
              <EvidenceCards
                services={services}
                ids={ids}
                onDetach={(gone) =>
                  void save(
                    field,
                    ids.filter((id) => id !== gone),
                  )
                }
              />
            </EvidenceDrop>
          </section>
        );
      })}
    </div>
  );
}

export function idsIn(value: unknown): readonly RecordId[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter(isRecordId);
}
