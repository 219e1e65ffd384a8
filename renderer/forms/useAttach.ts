import { useEffect, useState } from 'react';
import { type IsoDate, isIsoDate } from '../../shared/core/dates.ts';
import { isRecordId, type RecordId } from '../../shared/core/ids.ts';
import { parseDateText } from '../../shared/core/parseDate.ts';
import type { Result } from '../../shared/core/result.ts';
import { kindByName } from '../../shared/evidence/kindByName.ts';
import type { FileRefusal, GivenFile, PreparedFile } from './evidenceServices.ts';
import type { FormServices } from './formServices.ts';

export interface AttachRow {
  readonly key: number;
  readonly name: string;
  /** Null while the file is read. */
  readonly prepared: Result<PreparedFile, FileRefusal> | null;
  readonly kind: string;
  readonly date: string;
  readonly description: string;
  readonly agreed: boolean;
  readonly done: RecordId | null;
  /** Why it could not be kept, as a sentence. */
  readonly failure: string | null;
}

export interface AttachState {
  readonly rows: readonly AttachRow[];
  readonly isKeeping: boolean;
  change(key: number, change: Partial<AttachRow>): void;
  /** Keeps all that can be kept; true when no row failed. */
  keepAll(center: RecordId | null): Promise<{ readonly ids: readonly RecordId[]; readonly failed: boolean }>;
}

/** Reads the given files one after the other, and keeps those that a person did not leave out. */
export function useAttach(
  files: readonly GivenFile[],
  { evidence, evidenceDay = null, today }: Pick<FormServices, 'evidence' | 'evidenceDay' | 'today'>,
): AttachState {
  const [rows, setRows] = useState<readonly AttachRow[]>(() =>
    files.map(({ name }, key) => emptyRow(key, name)),
  );
  const [isKeeping, setKeeping] = useState(false);
  // As it was when the files came: reading them must not begin again when a record changes meanwhile.
  const [reader] = useState(evidence);
  const [recordDay] = useState(() => (evidenceDay !== null && evidenceDay <= today ? evidenceDay : null));
  const change = (key: number, changed: Partial<AttachRow>): void =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...changed } : row)));

  useEffect(() => {
    let isOpen = true;
    void (async () => {
      for (const [key, file] of files.entries()) {
        const prepared = await reader.prepare(file);
        if (!isOpen) return;
        setRows((before) =>
          before.map((row) => (row.key === key ? withFile(row, prepared, recordDay) : row)),
        );
      }
    })();
    return () => {
      isOpen = false;
    };
  }, [files, reader, recordDay]);

  const keepAll: AttachState['keepAll'] = async (center) => {
    setKeeping(true);
    const ids: RecordId[] = [];
    let failed = false;
    for (const row of rows) {
      if (!isReady(row) || row.prepared?.ok !== true) continue;
      const date = parseDateText(row.date);
      const kept = await evidence.keep(row.prepared.value, {
        kind: row.kind,
        takenOn: isIsoDate(date) ? date : null,
        description: row.description,
        center,
      });
      if (kept.ok) ids.push(kept.value);
      else failed = true;
      change(row.key, kept.ok ? { done: kept.value, failure: null } : { failure: kept.error });
    }
    setKeeping(false);
    return { ids, failed };
  };
  return { rows, isKeeping, change, keepAll };
}

/** Whether a row would be attached by the button: read, not refused, and agreed to where that is asked. */
export function isReady({ prepared, agreed, date, done }: AttachRow): boolean {
  if (prepared?.ok !== true || isRecordId(done) || !isDateText(date)) return false;
  return prepared.value.concerns.length === 0 || agreed;
}

export const isDateText = (text: string): boolean => text.trim() === '' || isIsoDate(parseDateText(text));

function emptyRow(key: number, name: string): AttachRow {
  return {
    key,
    name,
    prepared: null,
    kind: '',
    date: '',
    description: '',
    agreed: false,
    done: null,
    failure: null,
  };
}

/** A photo says itself of which day it is; any other file is proposed to be of that of the record. */
function withFile(
  row: AttachRow,
  prepared: Result<PreparedFile, FileRefusal>,
  recordDay: IsoDate | null,
): AttachRow {
  if (!prepared.ok) return { ...row, prepared };
  const { name, isPhoto, suggestedDate } = prepared.value;
  return { ...row, prepared, kind: kindByName(name, isPhoto), date: suggestedDate ?? recordDay ?? '' };
}
