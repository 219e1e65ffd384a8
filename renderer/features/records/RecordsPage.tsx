import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { canonicalJson } from '../../../shared/core/json.ts';
import { findDefinition } from '../../../shared/records/registry.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { AnyValues } from '../../../shared/schema/fieldSpec.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { useSettings, useUpdateSettings } from '../../stores/services.tsx';
import { listShareRange } from '../../stores/settings.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { givenValues } from './givenValues.ts';
import { NewRecordPane } from './NewRecordPane.tsx';
import { RecordList } from './RecordList.tsx';
import { RecordPane } from './RecordPane.tsx';
import { recordsTexts } from './recordsTexts.ts';

/** Behind `#/records/<type>`, `#/records/<type>/new` and `#/records/<type>/<id>`. */
export function RecordsPage() {
  const { type = '', id } = useParams({ strict: false });
  const search: { readonly from?: unknown; readonly field?: unknown } = useSearch({ strict: false });
  const t = useTexts(recordsTexts);
  const definition = findDefinition(type);
  if (definition === null) return <EmptyState title={t('unknownType')} text={t('unknownTypeText')} />;
  const field = typeof search.field === 'string' ? search.field : null;
  return (
    <RecordsOfType key={type} definition={definition} id={id ?? null} from={search.from} field={field} />
  );
}

interface RecordsOfTypeProps {
  readonly definition: AnyRecordDefinition;
  /** A record's id, or `new`; null shows the list alone. */
  readonly id: string | null;
  /** Values for a new record, from the address (see newRecordFrom). */
  readonly from: unknown;
  /** Where the cursor goes in an open record; null leaves it where it is. */
  readonly field: string | null;
}

function RecordsOfType({ definition, id, from, field }: RecordsOfTypeProps) {
  const t = useTexts(recordsTexts);
  const navigate = useNavigate();
  const { listShare } = useSettings();
  const update = useUpdateSettings();
  const [template, setTemplate] = useState<AnyValues | null>(null);
  const given = useMemo(() => givenValues(definition, from), [definition, from]);
  const openId: RecordId | null = isRecordId(id) ? id : null;
  // Saving takes a moment on a slow disk, and whoever went on meanwhile is not called back.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    shown.current = id;
    return () => {
      shown.current = null;
    };
  }, [id]);
  const whileShown = (work: () => void): void => {
    if (shown.current === id) work();
  };
  const close = () => {
    setTemplate(null);
    void navigate({ to: paths.records(definition.type) });
  };
  const open = (record: RecordId) => {
    setTemplate(null);
    void navigate({ to: paths.record(definition.type, record) });
  };
  const duplicate = (values: AnyValues) => {
    setTemplate(values);
    void navigate({ to: paths.newRecord(definition.type) });
  };
  return (
    <SplitView
      share={listShare}
      {...listShareRange}
      handleLabel={t('handle')}
      onShare={(share) => update({ listShare: share })}
      first={<RecordList definition={definition} openId={openId} isSplit={id !== null} onOpen={open} />}
      second={
        id === null ? null : id === 'new' ? (
          <NewRecordPane
            key={given === null ? 'new' : canonicalJson(given)}
            definition={definition}
            template={template}
            given={given}
            onClose={close}
            onCreated={(record) => whileShown(() => open(record))}
          />
        ) : (
          <RecordPane
            key={id}
            definition={definition}
            id={openId}
            field={field}
            onClose={() => whileShown(close)}
            onDuplicate={duplicate}
          />
        )
      }
    />
  );
}
