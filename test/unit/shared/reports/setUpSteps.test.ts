import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { recordOf } from '../../../../shared/records/recordsOf.ts';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import { type Stage, setUpSteps } from '../../../../shared/reports/setUpSteps.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const today = '2026-11-23';
const id = (name: string) => derivedRecordId('set-up', name);
const center = id('center');

function stepsOf(stage: Stage, values: ValuesByType['center'], others: readonly StoredRecord[] = []) {
  const set = recordSetOf([storedRecordOf('center', center, values), ...others]);
  const record = recordOf(set, 'center', center);
  if (record === null) throw new Error('no center');
  return setUpSteps(record, set, today).find((one) => one.stage === stage)?.steps ?? [];
}

const missing = (...of: Parameters<typeof stepsOf>) =>
  stepsOf(...of).flatMap(({ key, isMet }) => (isMet ? [] : [key]));

const milestone = (
  kind: NonNullable<ValuesByType['milestone']['kind']>,
  status: 'done' | 'planned' = 'done',
) => storedRecordOf('milestone', id(`${kind} ${status}`), { center, kind, status });
const meeting = (values: ValuesByType['meeting']) =>
  storedRecordOf('meeting', id('meeting'), { center, kind: 'committee', ...values });
const decision = storedRecordOf('decision', id('decision'), {
  center,
  meeting: id('meeting'),
  text: 'x',
  status: 'open',
});

describe('the selection of a country', () => {
  it('needs its criteria in words, the decision, the dialogue and the MoU', () => {
    expect(missing('selection', {})).toEqual([
      'relationship',
      'willingness',
      'strategicDecision',
      'highLevelDialogue',
      'mou',
    ]);
    const words = { relationship: 'Treaty', willingness: 'Letter of the minister' };
    const both = [milestone('strategicDecision'), milestone('highLevelDialogue')];
    expect(missing('selection', words, both)).toEqual(['mou']);
    expect(missing('selection', words, [...both, milestone('mouSigning')])).toEqual([]);
    const signed = { ...words, mouSignedOn: '2026-01-10' };
    expect(missing('selection', signed, both)).toEqual([]);
    expect(missing('selection', { ...signed, willingness: ' ' }, both)).toEqual(['willingness']);
    expect(missing('selection', words, [milestone('strategicDecision', 'planned')])).toEqual([
      'strategicDecision',
      'highLevelDialogue',
      'mou',
    ]);
  });

  it('is not shown by what belongs to another center', () => {
    const elsewhere = storedRecordOf('milestone', id('other'), {
      center: id('other center'),
      kind: 'mouSigning',
      status: 'done',
    });
    expect(missing('selection', {}, [elsewhere])).toContain('mou');
  });
});

describe('the opening', () => {
  it('needs committee, decided contents, both budgets, forum, period and ceremony', () => {
    expect(missing('opening', {})).toEqual([
      'committee',
      'contentsDecided',
      'koreaBudget',
      'partnerBudget',
      'forum',
      'operatingPeriod',
      'ceremony',
    ]);
    const values: ValuesByType['center'] = {
      openedOn: '2026-05-01',
      operationStart: '2026-05-01',
      operationEnd: '2029-04-30',
      koreaBudget: { amount: 1_000_000, currency: 'USD' },
      partnerBudgetStatus: 'toBeDiscussed',
    };
    const forum = storedRecordOf('event', id('forum'), { center, kind: 'forum', date: '2026-04-01' });
    expect(missing('opening', values, [meeting({ date: '2026-02-01' }), decision, forum])).toEqual([]);
  });

  it('takes a step as done by its milestone as well', () => {
    expect(
      missing('opening', {}, [
        milestone('committeeFormed'),
        milestone('cooperationForum'),
        milestone('opening'),
      ]),
    ).toEqual(['contentsDecided', 'koreaBudget', 'partnerBudget', 'operatingPeriod']);
  });

  it('does not take days to come for the signing and the ceremony', () => {
    const planned = { mouSignedOn: '2026-11-24', openedOn: '2026-12-01' };
    expect(missing('selection', planned)).toContain('mou');
    expect(missing('opening', planned)).toContain('ceremony');
  });

  it('is shown by a forum that the center held, not by one that it attended', () => {
    const forum = (role: ValuesByType['event']['role']) =>
      storedRecordOf('event', id('forum'), { center, kind: 'forum', date: '2026-04-01', role });
    expect(missing('opening', {}, [forum('guest')])).toContain('forum');
    for (const role of ['host', 'coHost', undefined] as const) {
      expect(missing('opening', {}, [forum(role)])).not.toContain('forum');
    }
  });

  it('counts neither a meeting nor a forum that is still to come, nor a working meeting', () => {
    const later = storedRecordOf('event', id('forum'), { center, kind: 'forum', date: '2026-12-01' });
    const left = missing('opening', {}, [meeting({ date: '2026-12-01' }), decision, later]);
    expect(left).toEqual(missing('opening', {}));
    expect(missing('opening', {}, [meeting({ kind: 'working', date: '2026-02-01' })])).toContain('committee');
  });

  it('may begin with the partner’s share still to be discussed, and says so', () => {
    const shareOf = (values: ValuesByType['center']) =>
      stepsOf('opening', values).find(({ key }) => key === 'partnerBudget');
    expect(shareOf({ partnerBudgetStatus: 'toBeDiscussed' })).toMatchObject({
      isMet: true,
      toBeDiscussed: true,
    });
    expect(shareOf({ partnerBudgetStatus: 'agreed' })).toMatchObject({ isMet: false });
    const partnerBudget = { amount: 1, currency: 'USD' };
    expect(shareOf({ partnerBudgetStatus: 'agreed', partnerBudget })).toMatchObject({ isMet: true });
    expect(missing('operation', { partnerBudgetStatus: 'toBeDiscussed', partnerBudget })).toContain(
      'partnerShareAgreed',
    );
  });
});

describe('operation and after it', () => {
  it('name the record that shows a step', () => {
    const consultation = storedRecordOf('consultation', id('consultation'), { center, date: today });
    const step = stepsOf('operation', {}, [consultation]).find(({ key }) => key === 'consulting');
    expect(step?.shownBy).toEqual({ type: 'consultation', id: consultation.id });
  });

  it('are not shown by what is only planned', () => {
    const of = (start: string) => [
      storedRecordOf('assignment', id('dispatch'), { center, role: 'expert', start }),
      storedRecordOf('training', id('training'), { center, start }),
      storedRecordOf('consultation', id('visit'), { center, date: start }),
    ];
    const left = ['plan', 'partnerShareAgreed', 'closing'];
    expect(missing('operation', {}, of(today))).toEqual(left);
    expect(missing('operation', {}, of('2026-11-24'))).toEqual(missing('operation', {}));
  });

  it('end with every decision carried out', () => {
    expect(missing('afterClosure', {}, [decision])).toContain('decisionsCarriedOut');
    const carriedOut = { ...decision, values: { ...decision.values, status: 'done' } };
    expect(missing('afterClosure', {}, [carriedOut])).toEqual(['handover', 'followUp']);
    // Nothing decided is nothing carried out.
    expect(missing('afterClosure', {})).toEqual(['handover', 'decisionsCarriedOut', 'followUp']);
    const { status: _status, ...unsaid } = decision.values;
    expect(missing('afterClosure', {}, [{ ...decision, values: unsaid }])).toContain('decisionsCarriedOut');
  });
});

describe('a sample', () => {
  const sample = (record: StoredRecord): StoredRecord => ({ ...record, sample: true });
  const signed = sample(milestone('mouSigning'));
  const practised = sample(
    storedRecordOf('consultation', id('practised'), { center, date: '2026-03-02', topic: 'Practice' }),
  );

  it('shows the steps of a center that has nothing else', () => {
    expect(missing('selection', {}, [signed])).not.toContain('mou');
    expect(missing('operation', {}, [practised])).not.toContain('consulting');
  });

  it('shows no step of a center with work of its own', () => {
    const own = storedRecordOf('training', id('own'), { center, start: '2026-03-02' });
    expect(missing('selection', {}, [signed, own])).toEqual(missing('selection', {}));
    expect(missing('operation', {}, [practised, own])).toEqual(missing('operation', {}, [own]));
  });
});
