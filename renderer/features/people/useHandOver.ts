import { useMemo, useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { handedOver, isHandedOver, type OpenWork, openWorkOf } from '../../../shared/reports/openWork.ts';
import { planUpdate } from '../../../shared/sync/planEdit.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useCenterId } from '../../stores/useCenterId.ts';
import { useStep } from '../../stores/useStep.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { useToday } from '../../stores/useToday.ts';
import type { HandOver } from './handOverPaper.ts';
import { handOverTexts } from './handOverTexts.ts';

export type HandOverProblem = 'noSuccessor' | 'samePerson' | 'noneTicked';

export interface HandOverState {
  readonly from: RecordId | null;
  readonly to: RecordId | null;
  setFrom(id: RecordId | null): void;
  setTo(id: RecordId | null): void;
  /** All that is open; what nobody is in charge of stands last. */
  readonly work: readonly OpenWork[];
  readonly ticked: ReadonlySet<RecordId>;
  tick(ids: Iterable<RecordId>): void;
  readonly problem: HandOverProblem | null;
  /** What was handed over on this page; null before. */
  readonly done: HandOver | null;
  /** Whether all of it is still with the successor. */
  readonly stands: boolean;
  /** What the sheet shows: what is ticked, or what was handed over. */
  readonly shown: HandOver | null;
  hand(): Promise<void>;
  again(): void;
}

export function useHandOver(): HandOverState {
  const t = useTexts(handOverTexts);
  const step = useStep();
  const records = useRecordSet();
  const today = useToday();
  const centerId = useCenterId();
  const titleOf = useTitles(records);
  const [from, setFrom] = useState<RecordId | null>(null);
  const [to, setTo] = useState<RecordId | null>(null);
  // Until somebody ticks, all of the person's own work is ticked.
  const [chosen, setChosen] = useState<ReadonlySet<RecordId> | null>(null);
  const [done, setDone] = useState<HandOver | null>(null);
  const work = useMemo(
    () => (from === null ? [] : openWorkOf(records, from, { today, centerId })),
    [records, from, today, centerId],
  );
  const ticked = useMemo(
    () => chosen ?? new Set(work.filter(({ isOwn }) => isOwn).map(({ id }) => id)),
    [chosen, work],
  );
  const picked = work.filter(({ id }) => ticked.has(id));
  const problem = problemOf(from, to, picked.length);
  return {
    from,
    to,
    setFrom: (id) => {
      setFrom(id);
      setChosen(null);
    },
    setTo,
    work,
    ticked,
    tick: (ids) => setChosen(new Set(ids)),
    problem,
    done,
    stands:
      done !== null && done.to !== null && isAllHandedOver(records, done.work, { ...done, to: done.to }),
    shown: done ?? (from === null ? null : { from, to, date: today, work: picked }),
    hand: async () => {
      if (from === null || to === null || problem !== null) return;
      const saved = await step(t('done', { count: picked.length, name: titleOf('person', to) }), (actions) =>
        actions.change((set, issue) =>
          handedOver(set, picked, { from, to, today }).flatMap(({ type, id, values }) => {
            const record = set.find(type, id);
            return record === null ? [] : planUpdate(definitionOf(type), record, values, issue);
          }),
        ),
      );
      if (saved) setDone({ from, to, date: today, work: picked });
    },
    again: () => {
      setDone(null);
      setFrom(null);
      setTo(null);
      setChosen(null);
    },
  };
}

const isAllHandedOver = (
  records: RecordSet,
  work: readonly OpenWork[],
  between: { readonly from: RecordId; readonly to: RecordId },
): boolean => work.every((one) => isHandedOver(records, one, between));

function problemOf(from: RecordId | null, to: RecordId | null, count: number): HandOverProblem | null {
  if (count === 0) return 'noneTicked';
  if (to === null) return 'noSuccessor';
  return from === to ? 'samePerson' : null;
}
