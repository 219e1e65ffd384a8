import { describe, expect, it } from 'vitest';
import { summarizeChanges } from '../../../../../renderer/features/exchange/summarizeChanges.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import type { Change } from '../../../../../shared/sync/changeSet.ts';
import { createdPath, deletedPath } from '../../../../../shared/sync/record.ts';
import { builtInStamp } from '../../../../../shared/sync/stamp.ts';

const change = (record: string, path: string, after: Change['after']): Change => ({
  type: 'training',
  id: derivedRecordId(record),
  path,
  before: null,
  after,
  stamp: builtInStamp,
  was: null,
});

describe('the summary of a change set', () => {
  it('counts each record once', () => {
    expect(
      summarizeChanges([
        change('new', createdPath, { by: 'Kim', at: 1 }),
        change('new', 'title', 'Open data'),
        change('edited', 'title', 'Open data'),
        change('edited', 'hours', 3),
        change('gone', deletedPath, true),
        { ...change('back', deletedPath, null), before: true },
        { ...change('same', 'title', 'Open data'), before: 'Open data' },
      ]),
    ).toEqual({ added: 1, updated: 1, deleted: 1, restored: 1 });
  });

  it('is empty for no changes', () => {
    expect(summarizeChanges([])).toEqual({ added: 0, updated: 0, deleted: 0, restored: 0 });
  });
});
