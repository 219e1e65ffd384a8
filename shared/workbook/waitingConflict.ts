import type { Label } from '../core/language.ts';
import type { OpenConflict } from '../records/openConflicts.ts';
import type { CellContext } from '../schema/codec.ts';
import type { Version } from '../sync/versions.ts';
import { versionText } from './joinRow.ts';

/** A conflict that waits for a decision, in words. */
export interface WaitingConflict {
  readonly isDeletion: boolean;
  /** The record's title. */
  readonly title: string;
  readonly header: Label;
  /** What counts until somebody decides. */
  readonly value: string;
  /** What else was written. */
  readonly other: string;
}

const texts = {
  sideDeleted: { en: 'deleted', ko: '삭제함' },
  sideEdited: { en: 'edited', ko: '수정함' },
  emptyValue: { en: '(empty)', ko: '(비어 있음)' },
  wholeRecord: { en: 'Whole record', ko: '기록 전체' },
} as const;

/** Both sides of a conflict as a list shows them. */
export function waitingConflict(
  { definition, record, conflict }: OpenConflict,
  context: CellContext,
): WaitingConflict {
  const { language } = context;
  const isDeletion = conflict.kind === 'deletion';
  const [winner, ...others] = isDeletion ? conflict.versions.slice(0, 2) : conflict.versions;
  const text = (version: Version | undefined, deletion: boolean): string => {
    if (version === undefined) return '';
    if (isDeletion) return texts[deletion ? 'sideDeleted' : 'sideEdited'][language];
    const shown = versionText(definition, record, conflict, version, context);
    return shown === '' ? texts.emptyValue[language] : shown;
  };
  return {
    isDeletion,
    title: definition.title(record.values, context),
    header: isDeletion ? texts.wholeRecord : (definition.spec(conflict.field)?.label ?? texts.wholeRecord),
    value: text(winner, true),
    other: others.map((version) => text(version, false)).join(' / '),
  };
}
