import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { dueItems } from '../../../../shared/reports/dueItems.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const today = '2026-11-23';
const center = derivedRecordId('test', 'center');
const other = derivedRecordId('test', 'other');
const id = (name: string) => derivedRecordId('test', name);

const set = recordSetOf([
  storedRecordOf('consultation', id('late'), {
    center,
    nextAction: 'Send plan',
    nextActionDue: '2026-11-20',
  }),
  storedRecordOf('consultation', id('now'), { center, nextAction: 'Call', nextActionDue: today }),
  storedRecordOf('consultation', id('done'), {
    center,
    nextAction: 'Visit',
    nextActionDue: '2026-11-01',
    nextActionDoneOn: '2026-11-02',
  }),
  storedRecordOf('consultation', id('undated'), { center, nextAction: 'Some day' }),
  storedRecordOf('milestone', id('soon'), { center, status: 'planned', plannedOn: '2026-12-03' }),
  storedRecordOf('milestone', id('far'), { center, status: 'planned', plannedOn: '2027-06-01' }),
  storedRecordOf('milestone', id('over'), { center, status: 'done', plannedOn: '2026-11-01' }),
  storedRecordOf('milestone', id('off'), { center, status: 'cancelled', plannedOn: '2026-11-01' }),
  storedRecordOf('project', id('ends'), { center: other, status: 'running', end: '2026-11-30' }),
  storedRecordOf('project', id('idea'), { center: other, status: 'proposed', end: '2026-11-30' }),
  storedRecordOf('decision', id('decided'), { center, text: 'x', status: 'open', due: '2026-12-01' }),
  storedRecordOf('decision', id('begun'), { center, text: 'x', status: 'inProgress', due: '2026-11-22' }),
  storedRecordOf('decision', id('dropped'), { center, text: 'x', status: 'dropped', due: '2026-11-22' }),
  storedRecordOf('decision', id('carried'), { center, text: 'x', status: 'done', due: '2026-11-22' }),
  storedRecordOf('deliverable', id('draft'), { center, project: id('idea'), due: '2026-11-24' }),
  storedRecordOf('deliverable', id('given'), {
    center,
    project: id('idea'),
    due: '2026-11-24',
    doneOn: '2026-11-20',
  }),
  storedRecordOf('project', id('stopped'), { center, status: 'cancelled' }),
  storedRecordOf('deliverable', id('of stopped'), { center, project: id('stopped'), due: '2026-11-24' }),
  {
    ...storedRecordOf('milestone', id('gone'), { center, status: 'planned', plannedOn: today }),
    deleted: true,
  },
]);

describe('what is due', () => {
  it('is open and near, the longest overdue first', () => {
    const items = dueItems(set, { today });
    expect(items.map((item) => [item.id, item.kind, item.inDays, item.state, item.action])).toEqual([
      [id('late'), 'followUp', -3, 'overdue', 'Send plan'],
      [id('begun'), 'decision', -1, 'overdue', ''],
      [id('now'), 'followUp', 0, 'today', 'Call'],
      [id('draft'), 'deliverable', 1, 'ahead', ''],
      [id('ends'), 'projectEnd', 7, 'ahead', ''],
      [id('decided'), 'decision', 8, 'ahead', ''],
      [id('soon'), 'milestone', 10, 'ahead', ''],
    ]);
  });

  it('looks as far ahead as asked, and at one center when asked', () => {
    expect(dueItems(set, { today, daysAhead: 365 })).toHaveLength(8);
    expect(dueItems(set, { today, daysAhead: 0 })).toHaveLength(3);
    expect(dueItems(set, { today, centerId: other }).map((item) => item.id)).toEqual([id('ends')]);
  });
});
