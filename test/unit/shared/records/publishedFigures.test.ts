import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { publishedSource } from '../../../../shared/records/publishedHistory.ts';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';
import { broken, centerId, idOf, otherCenterId } from './brokenRules.ts';

describe('a published figure', () => {
  it('stands once for each center and column', () => {
    const other = storedRecordOf('baseline', derivedRecordId('test', 'baseline'), {
      center: centerId,
      metric: 'projects',
    });
    expect(broken('baseline', { center: centerId, metric: 'projects' }, [other])).toEqual([
      'warning FIGURE_TWICE',
    ]);
    expect(broken('baseline', { center: centerId, metric: 'consulting' }, [other])).toEqual([]);
    expect(broken('baseline', { center: otherCenterId, metric: 'projects' }, [other])).toEqual([]);
  });
});

describe('a published figure with a date', () => {
  it('asks nothing of records that it holds, but that they are not more than it says', () => {
    const dated = (asOf: string): ValuesByType['baseline'] => ({
      center: centerId,
      metric: 'workshops',
      value: 1,
      asOf,
    });
    const others = [
      storedRecordOf('event', derivedRecordId('test', 'e'), { center: centerId, date: '2020-05-01' }),
      storedRecordOf('training', derivedRecordId('test', 't'), {
        center: otherCenterId,
        start: '2019-05-01',
      }),
    ];
    const more = storedRecordOf('event', idOf('more'), { center: centerId, date: '2020-04-01' });
    expect(broken('baseline', dated('2020-05-01'), others)).toEqual([]);
    expect(broken('baseline', dated('2020-05-01'), [...others, more])).toEqual(['warning FIGURE_TOO_SMALL']);
    expect(broken('baseline', dated('2020-04-30'), [...others, more])).toEqual([]);
    const said = (inPublishedFigure: 'yes' | 'no') =>
      storedRecordOf('event', idOf('said'), { center: centerId, date: '2020-04-02', inPublishedFigure });
    expect(broken('baseline', dated('2020-03-01'), [said('yes'), more])).toEqual([]);
    expect(broken('baseline', dated('2020-05-01'), [...others, said('yes')])).toEqual([
      'warning FIGURE_TOO_SMALL',
    ]);
    expect(broken('baseline', dated('2020-05-01'), [...others, said('no')])).toEqual([]);
    expect(broken('baseline', { ...dated('2020-05-01'), metric: 'consulting' }, [...others, more])).toEqual(
      [],
    );
  });
});

describe('a published figure without a date', () => {
  const vietnam = storedRecordOf('center', centerId, { country: 'VN', since: 2011 });
  const figure = (values: ValuesByType['baseline'] = {}) =>
    storedRecordOf('baseline', idOf('figure'), {
      center: centerId,
      metric: 'consulting',
      value: 13,
      source: 'Annual report',
      ...values,
    });
  const advice = (date: string, sample = false) => ({
    ...storedRecordOf('consultation', idOf(date), { center: centerId, date }),
    sample,
  });
  const codesOf = (date: string, baseline: StoredRecord) =>
    broken('consultation', { center: centerId, date }, [vietnam, baseline]).filter((code) =>
      code.includes('FIGURE'),
    );

  it('is taken to hold the work of the three years from the opening', () => {
    expect(codesOf('2013-12-31', figure())).toEqual(['warning IN_PUBLISHED_FIGURE']);
    expect(codesOf('2014-01-01', figure())).toEqual([]);
  });

  it('holds what was done until the newest center that stands on the programme’s page', () => {
    const onPage = figure({ source: publishedSource });
    expect(codesOf('2017-12-31', onPage)).toEqual(['warning IN_PUBLISHED_FIGURE']);
    expect(codesOf('2018-01-01', onPage)).toEqual([]);
  });

  it('is not asked about where an officer says what it holds, or somebody whether it holds a record', () => {
    expect(codesOf('2012-05-01', figure({ asOf: '2012-04-30' }))).toEqual([]);
    // What is dated within an entered day is in the figure, and nothing is to be decided.
    expect(codesOf('2019-05-01', figure({ asOf: '2019-12-31' }))).toEqual([]);
    for (const inPublishedFigure of ['yes', 'no'] as const)
      expect(
        broken('consultation', { center: centerId, date: '2013-12-31', inPublishedFigure }, [
          vietnam,
          figure(),
        ]),
      ).not.toContain('warning IN_PUBLISHED_FIGURE');
  });

  it('says nothing of another column, of a figure of nothing, and of a project that does not count', () => {
    expect(codesOf('2012-05-01', figure({ metric: 'workshops' }))).toEqual([]);
    expect(codesOf('2012-05-01', figure({ value: 0 }))).toEqual([]);
    const project = (status: 'proposed' | 'running') =>
      broken('project', { center: centerId, start: '2012-05-01', status }, [
        vietnam,
        figure({ metric: 'projects' }),
      ]).includes('warning IN_PUBLISHED_FIGURE');
    expect([project('proposed'), project('running')]).toEqual([false, true]);
  });

  it('asks about records that it may hold, samples left aside', () => {
    const codes = (others: readonly StoredRecord[]) =>
      broken('baseline', figure().values, [vietnam, ...others]);
    expect(codes([advice('2012-05-01')])).toEqual(['warning FIGURE_INCLUDES_RECORDS']);
    expect(codes([advice('2012-05-01', true), advice('2014-01-01')])).toEqual([]);
  });
});
