import { describe, expect, it } from 'vitest';
import { findByTitle } from '../../../../renderer/app/findByTitle.ts';
import { innerLists, navigationGroups } from '../../../../renderer/app/navigation.ts';
import { openingFailureText } from '../../../../renderer/app/openingFailureText.ts';
import { emptyText } from '../../../../renderer/features/records/emptyTexts.ts';
import { paths } from '../../../../renderer/stores/paths.ts';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { definitionOf, recordTypes } from '../../../../shared/records/registry.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
import { unwritten } from '../../../support/unwritten.ts';

describe('the navigation', () => {
  it('has five groups with at most seven entries, each leading elsewhere', () => {
    expect(navigationGroups.map(({ key }) => key)).toEqual([
      'today',
      'log',
      'center',
      'programme',
      'exchange',
    ]);
    expect(Math.max(...navigationGroups.map(({ entries }) => entries.length))).toBeLessThanOrEqual(7);
    const targets = navigationGroups.flatMap(({ entries }) => entries.map(({ to }) => to));
    expect(new Set(targets).size).toBe(targets.length);
  });

  it('leads to the list of every record type, by its entry or by a tab', () => {
    const entries = navigationGroups.flatMap((group) => group.entries);
    const reached = entries.flatMap(({ to, also = [] }) => [to, ...also]);
    // The steps of a center stand on the page of its life; what is for programs stands nowhere.
    const types = recordTypes.filter(
      (type) => type !== 'milestone' && definitionOf(type).forPrograms !== true,
    );
    expect(types.filter((type) => !reached.includes(paths.records(type)))).toEqual([]);
    expect(new Set(reached).size).toBe(reached.length);
    const tabs = innerLists.map(({ to }) => to);
    expect(tabs.sort()).toEqual(entries.flatMap(({ also = [] }) => also).sort());
  });

  it('says for each list what belongs there while it is empty', () => {
    const unsaid = recordTypes.filter((type) => emptyText(type) === emptyText('unknown'));
    expect(unsaid).toEqual([]);
  });
});

describe('finding by title', () => {
  const records = recordSetOf([
    record('consultation', 'old', { topic: 'Data portal', date: '2025-01-01' }),
    record('consultation', 'new', { topic: 'Portal of data', date: '2026-01-01' }),
    record('organization', 'org', { name: { en: 'Portal Agency', ko: '포털청' } }),
    record('project', 'project', { title: { en: 'Registers' } }),
  ]);

  it('takes all words in any order, the newest of a type first', () => {
    expect(findByTitle(records, 'en', 'portal data', 10).map(({ title }) => title)).toEqual([
      'Portal of data',
      'Data portal',
    ]);
  });

  it('says what each is, and ends at the limit', () => {
    expect(findByTitle(records, 'ko', '포털', 10)).toMatchObject([{ title: '포털청', detail: '기관' }]);
    expect(findByTitle(records, 'en', 'portal', 2)).toHaveLength(2);
  });
});

describe('a failure of opening', () => {
  it('is told with what to do about it', () => {
    const failure = { stage: 'host', error: { code: 'IN_USE', detail: '' } } as const;
    expect(openingFailureText(failure, 'en')).toMatch(/already open in another window\. Go on there/);
    const newer = { code: 'NEWER_DATABASE', installed: 9, supported: 3 } as const;
    expect(openingFailureText({ stage: 'store', error: newer }, 'ko')).toContain('형식 9, 현재 지원 3');
    expect(openingFailureText(null, 'en')).toContain('What was saved is still there');
  });
});

function record(type: string, name: string, values: AnyValues) {
  return {
    id: derivedRecordId(name),
    type,
    centerId: null,
    values,
    ...unwritten,
  };
}
