import type { RecordId } from '../../../shared/core/ids.ts';
import type { Language } from '../../../shared/core/language.ts';
import { foldText } from '../../../shared/core/text.ts';
import { builtInChanges } from '../../../shared/records/builtIn.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import type { Change } from '../../../shared/sync/changeSet.ts';
import { overlaySet } from '../../../shared/sync/overlay.ts';
import { type IssueStamp, planCreate } from '../../../shared/sync/planEdit.ts';
import type { Answers } from './firstRunState.ts';
import { newCenterValues } from './newCenterValues.ts';

export interface FirstRunIds {
  readonly person: RecordId;
  readonly center: RecordId;
}

/**
 * What the first run writes: the built-in centers and figures that are not here yet, the person, and the new center
 * where one was described. A person or center of an earlier installation is not made twice.
 */
export function firstRunChanges(
  { name, language, workspace, newCenter }: Answers,
  records: RecordSet,
  ids: FirstRunIds,
  { at, year }: { readonly at: number; readonly year: number },
  issue: IssueStamp,
): readonly Change[] {
  const by = name.trim();
  const builtIn = missingBuiltIns(records);
  const centers = recordsOf(overlaySet(records, builtIn), 'center');
  return [
    ...builtIn,
    ...(workspace?.kind === 'new'
      ? planCreate(
          definitionOf('center'),
          newCenterValues(newCenter, centers, year),
          { id: ids.center, by, at },
          issue,
        )
      : []),
    ...(isKnownPerson(records, by)
      ? []
      : planCreate(
          definitionOf('person'),
          { name: nameIn(by, language) },
          { id: ids.person, by, at },
          issue,
        )),
  ];
}

/** The records as they will be once the built-in centers are written: what the first run lets one choose from. */
export function withBuiltIns(records: RecordSet): RecordSet {
  return overlaySet(records, missingBuiltIns(records));
}

// A built-in center that somebody deleted is known and stays deleted.
function missingBuiltIns(records: RecordSet): readonly Change[] {
  return builtInChanges().filter(({ type, id }) => records.find(type, id) === null);
}

/** A Korean name belongs under Korean whatever language the screen has. */
function nameIn(name: string, language: Language): { readonly ko: string } | { readonly en: string } {
  return /\p{Script=Hangul}/u.test(name) || language === 'ko' ? { ko: name } : { en: name };
}

function isKnownPerson(records: RecordSet, name: string): boolean {
  const sought = foldText(name);
  return recordsOf(records, 'person').some(({ values }) =>
    [values.name?.en, values.name?.ko, values.name?.local].some(
      (known) => known !== undefined && foldText(known) === sought,
    ),
  );
}
