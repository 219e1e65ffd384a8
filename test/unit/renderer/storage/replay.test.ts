import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommitRequest, FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import type { RecordId } from '../../../../shared/core/ids.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
import { valuesArbitrary } from '../../../support/recordGenerators.ts';
import { contentOf, creation, deletion, edit, Laptop, saved, undo } from './laptop.ts';

const types = ['organization', 'consultation', 'training'] as const;

interface Create {
  readonly kind: 'create';
  readonly type: (typeof types)[number];
  readonly values: AnyValues;
}
interface Touch {
  readonly kind: 'edit' | 'delete' | 'revive' | 'undo' | 'reopen';
  /** Which record or change set, counted around. */
  readonly pick: number;
  readonly values: Readonly<Record<(typeof types)[number], AnyValues>>;
}

const create: fc.Arbitrary<Create> = fc.oneof(
  ...types.map((type) =>
    valuesArbitrary(definitionOf(type)).map((values): Create => ({ kind: 'create', type, values })),
  ),
);
const touch: fc.Arbitrary<Touch> = fc.record({
  kind: fc.constantFrom('edit', 'edit', 'delete', 'revive', 'undo', 'undo', 'reopen'),
  pick: fc.nat(),
  values: fc.record({
    organization: valuesArbitrary(definitionOf('organization')),
    consultation: valuesArbitrary(definitionOf('consultation')),
    training: valuesArbitrary(definitionOf('training')),
  }),
});
const steps = fc.array(fc.oneof({ weight: 1, arbitrary: create }, { weight: 3, arbitrary: touch }), {
  minLength: 1,
  maxLength: 12,
});

interface Known {
  readonly id: RecordId;
  readonly type: (typeof types)[number];
}

async function requestOf(
  store: FieldbookStore,
  known: readonly Known[],
  step: Touch,
): Promise<CommitRequest | null> {
  const record = known[step.pick % Math.max(known.length, 1)];
  if (step.kind === 'undo') {
    const sets = await store.changeSets(100);
    const set = sets[step.pick % Math.max(sets.length, 1)];
    return set === undefined ? null : undo(set);
  }
  if (record === undefined || step.kind === 'reopen') return null;
  return step.kind === 'edit'
    ? edit(record.type, record.id, step.values[record.type])
    : deletion(record.type, record.id, step.kind === 'delete');
}

test('any edits, deletions and undos are the same from memory, from the database and from the journal alone', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (given) => {
      const laptop = new Laptop();
      let store = await laptop.open();
      const known: Known[] = [];
      for (const step of given) {
        if (step.kind === 'create') {
          const id = laptop.newId();
          known.push({ id, type: step.type });
          await saved(store, creation(step.type, id, step.values));
        } else if (step.kind === 'reopen') {
          store = await laptop.reopen(store);
        } else {
          const request = await requestOf(store, known, step);
          if (request !== null) expect((await store.commit(request)).ok).toBe(true);
        }
      }
      const inMemory = contentOf(store.records);
      const history = await store.changeSets(100);
      const reopened = await laptop.reopen(store);
      expect(reopened.state().opening.kind).toBe('clean');
      expect(contentOf(reopened.records)).toEqual(inMemory);
      await reopened.close();
      laptop.loseDatabases();
      const rebuilt = await laptop.open();
      expect(contentOf(rebuilt.records)).toEqual(inMemory);
      expect(await rebuilt.changeSets(100)).toEqual(history);
      expect(rebuilt.seen()).toEqual(reopened.seen());
      await rebuilt.close();
      laptop.loseJournal();
      const restored = await laptop.open();
      expect(contentOf(restored.records)).toEqual(inMemory);
      expect(await restored.changeSets(100)).toEqual(history);
      await restored.close();
    }),
    { numRuns: 60 },
  );
});
