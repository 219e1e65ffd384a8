import type { RecordId } from '../../../shared/core/ids.ts';
import type { Result } from '../../../shared/core/result.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import {
  planAccept,
  planReturn,
  planSubmit,
  planWithdraw,
  type ReportStepContext,
  type ReportStepError,
} from '../../../shared/reports/periodic/reportSteps.ts';
import type { Change } from '../../../shared/sync/changeSet.ts';
import type { IssueStamp } from '../../../shared/sync/planEdit.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useServices } from '../../stores/services.tsx';
import { localZone, useToday } from '../../stores/useToday.ts';
import { showToast } from '../../ui/toast.tsx';
import { reportsTexts } from './reportsTexts.ts';

export interface ReportSteps {
  submit(id: RecordId): Promise<void>;
  withdraw(id: RecordId): Promise<void>;
  accept(id: RecordId): Promise<void>;
  sendBack(id: RecordId, note: string): Promise<void>;
}

type Plan = (
  set: RecordSet,
  context: ReportStepContext,
  issue: IssueStamp,
) => Result<readonly Change[], ReportStepError>;

/** Takes the steps of a report; each is one change set, planned on the records as they are when it is saved. */
export function useReportSteps(): ReportSteps {
  const store = useStore();
  const { session, clock } = useServices();
  const language = useLanguage();
  const t = useTexts(reportsTexts);
  const today = useToday();
  const take = async (plan: Plan, done: 'done' | 'withdrawn' = 'done'): Promise<void> => {
    const by = session.getState().settings.person?.name ?? '';
    let refused: ReportStepError | null = null;
    const committed = await store.commit({
      kind: 'edit',
      by,
      plan: (records, issue) => {
        const planned = plan(records, { by, at: clock.now(), zone: localZone(), today }, issue);
        refused = planned.ok ? null : planned.error;
        return planned.ok ? planned.value : [];
      },
    });
    if (!committed.ok) showToast({ message: saveErrorText(committed.error, language), failed: true });
    else if (refused !== null)
      showToast({ message: t(refused === 'NO_NOTE' ? 'noNote' : 'wrongState'), failed: true });
    else showToast({ message: t(done) });
  };
  return {
    submit: (id) => take((set, context, issue) => planSubmit(set, id, context, issue)),
    withdraw: (id) => take((set, context, issue) => planWithdraw(set, id, context, issue), 'withdrawn'),
    accept: (id) => take((set, context, issue) => planAccept(set, id, context, issue)),
    sendBack: (id, note) => take((set, context, issue) => planReturn(set, id, note, context, issue)),
  };
}
