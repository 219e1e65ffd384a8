import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeSetId, isChangeSetId } from '../../../../shared/core/ids.ts';
import { canonicalJson, type JsonValue } from '../../../../shared/core/json.ts';
import {
  type Change,
  type ChangeSet,
  changeSetFromPayload,
  changeSetKinds,
  changeSetToPayload,
} from '../../../../shared/sync/changeSet.ts';
import { difficultTexts } from '../../../support/difficultTexts.ts';
import { recordIdArbitrary, testStamp } from '../../../support/recordGenerators.ts';

const idArbitrary: fc.Arbitrary<ChangeSetId> = fc.uuid({ version: 7 }).filter(isChangeSetId);
const jsonArbitrary: fc.Arbitrary<JsonValue> = fc
  .jsonValue()
  .map((value): JsonValue => JSON.parse(JSON.stringify(value)));
const stampArbitrary = fc.nat().map((wall) => testStamp(wall));
const changeArbitrary: fc.Arbitrary<Change> = fc.record(
  {
    type: fc.constantFrom('center', 'person', 'unknown to this version'),
    id: recordIdArbitrary,
    path: fc.constantFrom('date', 'title/ko', '$deleted'),
    before: jsonArbitrary,
    after: jsonArbitrary,
    stamp: stampArbitrary,
    was: fc.option(stampArbitrary, { nil: null }),
    knows: fc.array(stampArbitrary, { minLength: 1, maxLength: 3 }),
    beside: fc.array(fc.record({ stamp: stampArbitrary, value: jsonArbitrary }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { requiredKeys: ['type', 'id', 'path', 'before', 'after', 'stamp', 'was', 'knows'] },
);
const changeSetArbitrary: fc.Arbitrary<ChangeSet> = fc.record(
  {
    id: idArbitrary,
    kind: fc.constantFrom(...changeSetKinds),
    at: fc.nat(),
    by: fc.string(),
    changes: fc.array(changeArbitrary, { maxLength: 5 }),
    undoes: idArbitrary,
    source: fc.record({
      name: fc.string(),
      workbookId: fc.option(fc.string(), { nil: null }),
      contentHash: fc.string(),
    }),
    versions: fc.dictionary(fc.constantFrom('center', 'person'), fc.integer({ min: 1, max: 9 })),
  },
  { requiredKeys: ['id', 'kind', 'at', 'by', 'changes', 'versions'] },
);

describe('a change set', () => {
  it('comes back from its payload, and gives the same payload again', () => {
    fc.assert(
      fc.property(changeSetArbitrary, (changeSet) => {
        const payload = changeSetToPayload(changeSet);
        const read = changeSetFromPayload(payload);
        expect(read).toEqual({ ok: true, value: changeSet });
        if (read.ok) expect(changeSetToPayload(read.value)).toBe(payload);
      }),
    );
  });

  const good: ChangeSet = {
    id: '01935a00-0000-7000-8000-000000000000' as ChangeSetId,
    kind: 'edit',
    at: 1,
    by: 'Kim',
    changes: [],
    versions: { center: 1 },
  };
  const change = ['center', '01935a00-0000-7000-8000-000000000001', 'code', null, 'BG10', testStamp(1), null];

  it.each<[string, JsonValue]>([
    ['a list', []],
    ['no id', { id: 'x' }],
    ['an unknown kind', { kind: 'dream' }],
    ['no time', { at: 'today' }],
    ['no author', { by: null }],
    ['no versions', { versions: [] }],
    ['a version that is no number', { versions: { center: '1' } }],
    ['a bad undo', { undoes: 5 }],
    ['a bad source', { source: { name: 'x' } }],
    [
      'a bad name of who saved the source',
      { source: { name: 'x', workbookId: null, contentHash: '', savedBy: 1 } },
    ],
    [
      'a bad time of the source',
      { source: { name: 'x', workbookId: null, contentHash: '', savedAt: 'now' } },
    ],
    ['no changes', { changes: {} }],
    ['a change that is too short', { changes: [change.slice(1)] }],
    ['a change with a bad id', { changes: [change.with(1, 'x')] }],
    ['a change with a bad stamp', { changes: [change.with(5, 'now')] }],
    ['a change with a bad earlier stamp', { changes: [change.with(6, 'before')] }],
  ])('is refused with %s', (_what, damage) => {
    const json: JsonValue = JSON.parse(changeSetToPayload(good));
    const damaged = Array.isArray(damage) ? damage : { ...Object(json), ...Object(damage) };
    expect(changeSetFromPayload(canonicalJson(damaged)).ok).toBe(false);
    expect(changeSetFromPayload(changeSetToPayload(good)).ok).toBe(true);
  });

  it('is refused where the payload is no JSON', () => {
    expect(changeSetFromPayload('{"id":').ok).toBe(false);
    expect(changeSetFromPayload('').ok).toBe(false);
  });
});

describe('a text with', () => {
  it.each(Object.entries(difficultTexts))('%s is in the journal as it was', (_, text) => {
    const [changeSet] = fc.sample(changeSetArbitrary, { seed: 1, numRuns: 1 });
    const [change] = fc.sample(changeArbitrary, { seed: 1, numRuns: 1 });
    if (changeSet === undefined || change === undefined) throw new Error('nothing generated');
    const written = { ...changeSet, by: text, changes: [{ ...change, before: text, after: { ko: text } }] };
    // The file holds UTF-8, which has no half pairs.
    const bytes = new TextEncoder().encode(changeSetToPayload(written));
    const read = changeSetFromPayload(new TextDecoder().decode(bytes));
    expect(read.ok && [read.value.by, read.value.changes[0]?.before, read.value.changes[0]?.after]).toEqual([
      text,
      text,
      { ko: text },
    ]);
  });
});
