import { useMemo, useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import {
  guessColumns,
  type PasteMapping,
  type PasteTarget,
} from '../../../shared/participants/pasteColumns.ts';
import { type ParticipantLine, planParticipants } from '../../../shared/participants/planParticipants.ts';
import { referenceBookOf } from '../../../shared/records/recordSet.ts';
import { readPastedTable } from '../../../shared/workbook/read/delimitedText.ts';
import { useLanguage } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';

/** A training has fewer participants than this; a whole sheet pasted by mistake does not stop the window. */
export const mostLines = 2000;

export interface PastedList {
  readonly text: string;
  readonly records: readonly (readonly string[])[];
  readonly isCut: boolean;
  readonly hasHeader: boolean;
  readonly mapping: PasteMapping;
  /** Empty while no column holds names. */
  readonly lines: readonly ParticipantLine[];
  setText(text: string): void;
  setHeader(hasHeader: boolean): void;
  setTarget(column: number, target: PasteTarget | null): void;
}

/** The list in the box, read anew with each change; the mapping is guessed until a person chooses. */
export function usePastedList(training: RecordId): PastedList {
  const language = useLanguage();
  const set = useRecordSet();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ readonly hasHeader?: boolean; readonly mapping?: PasteMapping }>({});
  const all = useMemo(() => readPastedTable(text, mostLines + 1), [text]);
  const records = useMemo(() => all.slice(0, mostLines), [all]);
  const guess = useMemo(() => guessColumns(records), [records]);
  const hasHeader = chosen.hasHeader ?? guess.hasHeader;
  // A mapping that was chosen for another number of columns says nothing about these.
  const mapping = chosen.mapping?.length === guess.mapping.length ? chosen.mapping : guess.mapping;
  const references = useMemo(() => referenceBookOf(set, language), [set, language]);
  const lines = useMemo(
    () =>
      mapping.includes('name')
        ? planParticipants({ records, hasHeader, mapping, training, set, references })
        : [],
    [records, hasHeader, mapping, training, set, references],
  );
  return {
    text,
    records,
    isCut: all.length > mostLines,
    hasHeader,
    mapping,
    lines,
    setText,
    setHeader: (header) => setChosen((before) => ({ ...before, hasHeader: header })),
    setTarget: (column, target) =>
      setChosen((before) => ({
        ...before,
        // One column for each target: it moves here from where it was.
        mapping: mapping.map((old, index) => (index === column ? target : old === target ? null : old)),
      })),
  };
}
