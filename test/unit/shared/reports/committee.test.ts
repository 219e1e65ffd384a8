import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import { meetingsOf } from '../../../../shared/reports/meetingsOf.ts';
import { openDecisions } from '../../../../shared/reports/openDecisions.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const today = '2026-11-23';
const id = (name: string) => derivedRecordId('committee', name);
const [center, other] = [id('center'), id('other center')];

const meeting = (name: string, values: ValuesByType['meeting']) =>
  storedRecordOf('meeting', id(name), { center, kind: 'committee', ...values });
const decision = (name: string, values: ValuesByType['decision']) =>
  storedRecordOf('decision', id(name), { center, meeting: id('spring'), text: name, ...values });

const set = recordSetOf([
  meeting('spring', { date: '2026-03-10' }),
  meeting('next', { date: '2026-12-01' }),
  meeting('today', { date: today }),
  meeting('elsewhere', { center: other, date: '2026-04-01' }),
  decision('undated', { status: 'open' }),
  decision('ahead', { status: 'inProgress', due: '2026-12-24' }),
  decision('late', { status: 'open', due: '2026-11-20' }),
  decision('now', { status: 'open', due: today }),
  decision('done', { status: 'done', due: '2026-11-01' }),
  decision('dropped', { status: 'dropped', due: '2026-11-01' }),
  decision('theirs', { center: other, meeting: id('elsewhere'), status: 'open', due: '2026-11-22' }),
]);

describe('open decisions', () => {
  it('are those still to be carried out, the longest overdue first and the undated last', () => {
    const items = openDecisions(set, { today, centerId: center });
    expect(items.map(({ record, inDays }) => [record.values.text, inDays])).toEqual([
      ['late', -3],
      ['now', 0],
      ['ahead', 31],
      ['undated', null],
    ]);
    expect(items[0]?.meeting?.id).toBe(id('spring'));
  });

  it('of all centers stand together', () => {
    expect(openDecisions(set, { today }).map(({ record }) => record.values.text)).toContain('theirs');
  });

  it('name no meeting that is not here', () => {
    const alone = recordSetOf([decision('late', { status: 'open', due: '2026-11-20' })]);
    expect(openDecisions(alone, { today })[0]?.meeting).toBeNull();
  });
});

describe('meetings', () => {
  it('stand with their decisions, the newest first', () => {
    const shown = meetingsOf(set, center, today).map(({ record, decisions, openCount, isHeld }) => ({
      date: record.values.date,
      decisions: decisions.length,
      openCount,
      isHeld,
    }));
    expect(shown).toEqual([
      { date: '2026-12-01', decisions: 0, openCount: 0, isHeld: false },
      { date: today, decisions: 0, openCount: 0, isHeld: true },
      { date: '2026-03-10', decisions: 6, openCount: 4, isHeld: true },
    ]);
    expect(meetingsOf(set, null, today)).toHaveLength(4);
  });
});
