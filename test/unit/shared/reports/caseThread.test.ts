import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import { caseOf, casesOf, openCaseVisits } from '../../../../shared/reports/caseThread.ts';
import { currentCountRules } from '../../../../shared/reports/countRules.ts';
import { namedFiltersOf } from '../../../../shared/reports/namedFilters.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const id = (name: string) => derivedRecordId('case', name);
const visit = (name: string, values: ValuesByType['consultation']) =>
  storedRecordOf('consultation', id(name), { center: id('center'), result: 'none', ...values });
const idsOf = (visits: Iterable<{ readonly id: string }> | undefined) =>
  [...(visits ?? [])].map((one) => one.id);

describe('a case', () => {
  const set = recordSetOf([
    visit('third', { date: '2026-05-01', followsUp: id('second'), result: 'adopted' }),
    visit('first', { date: '2026-01-01' }),
    visit('branch', { date: '2026-03-01', followsUp: id('first') }),
    visit('second', { date: '2026-02-01', followsUp: id('first') }),
    visit('alone', { date: '2026-04-01', result: 'accepted' }),
    visit('of one unknown here', { date: '2026-04-02', followsUp: id('elsewhere') }),
  ]);

  it('is all visits that continue each other, in the order of their days', () => {
    for (const name of ['first', 'second', 'third', 'branch']) {
      expect(idsOf(caseOf(set, id(name))?.visits)).toEqual(['first', 'second', 'branch', 'third'].map(id));
    }
    expect(idsOf(caseOf(set, id('alone'))?.visits)).toEqual([id('alone')]);
    expect(idsOf(caseOf(set, id('of one unknown here'))?.visits)).toEqual([id('of one unknown here')]);
    expect(caseOf(set, id('elsewhere'))).toBeNull();
    expect(casesOf(set)).toHaveLength(3);
  });

  it('counts once per record, however many visits it has', () => {
    expect(currentCountRules.version).toBe(2);
    expect(currentCountRules.counted.consulting(set)).toHaveLength(6);
  });

  it('is open until its newest advice is adopted', () => {
    expect(caseOf(set, id('first'))?.isOpen).toBe(false);
    expect([...openCaseVisits(set)].sort()).toEqual([id('alone'), id('of one unknown here')].sort());
    expect(namedFiltersOf('consultation')[0]?.ids(set)).toEqual(openCaseVisits(set));
    expect(namedFiltersOf('constructor')).toEqual([]);
  });

  it('is open while something promised on any visit is left to do, and closed by hand', () => {
    const open = (...visits: readonly ReturnType<typeof visit>[]) =>
      caseOf(recordSetOf(visits), id('one'))?.isOpen;
    const promised = { date: '2026-01-01', nextAction: 'Send the law' };
    const adopted = visit('two', { date: '2026-02-01', followsUp: id('one'), result: 'adopted' });
    expect(open(visit('one', promised), adopted)).toBe(true);
    expect(open(visit('one', { ...promised, nextActionDoneOn: '2026-01-09' }), adopted)).toBe(false);
    expect(open(visit('one', { date: '2026-01-01', caseClosedOn: '2026-03-01' }))).toBe(false);
    expect(
      open(
        visit('one', { date: '2026-01-01', caseClosedOn: '2026-01-02' }),
        visit('two', { date: '2026-02-01', followsUp: id('one') }),
      ),
    ).toBe(true);
  });

  it('holds together where a merge left a circle', () => {
    const circle = recordSetOf([
      visit('a', { date: '2026-01-01', followsUp: id('b') }),
      visit('b', { date: '2026-01-02', followsUp: id('a') }),
      visit('self', { date: '2026-01-03', followsUp: id('self') }),
    ]);
    expect(idsOf(caseOf(circle, id('b'))?.visits)).toEqual([id('a'), id('b')]);
    expect(idsOf(caseOf(circle, id('self'))?.visits)).toEqual([id('self')]);
  });
});
