import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { withoutPersonalRecords } from '../../../../shared/records/personalRecords.ts';
import { recordDefinitions, recordTypes } from '../../../../shared/records/registry.ts';
import type { AnyRecordDefinition } from '../../../../shared/schema/defineRecord.ts';
import type { AnyValues, FieldSpec, FieldValue } from '../../../../shared/schema/fieldSpec.ts';
import type { FieldConflict, Resolution } from '../../../../shared/sync/conflicts.ts';
import { selectRecords } from '../../../../shared/workbook/exportSelection.ts';
import { omissionsOf } from '../../../../shared/workbook/redaction.ts';
import { stateFromRows, stateSheetName } from '../../../../shared/workbook/state.ts';
import { bytesOf } from '../../../support/batch.ts';
import { bulgaria, replica } from '../../../support/centerLaptop.ts';
import { contentOf, documentToGrid, type Replica } from '../../../support/exchange.ts';
import { valuesArbitrary } from '../../../support/recordGenerators.ts';

const personalKeys = (definition: AnyRecordDefinition): readonly string[] =>
  definition.fieldKeys.filter((key) => definition.spec(key)?.sensitivity === 'personal');

/** Personal texts that can be found again wherever they turn up. */
class Secrets {
  readonly texts: string[] = [];

  next(about: string): string {
    const text = `secret-${about}-${this.texts.length}-geheim`;
    this.texts.push(text);
    return text;
  }

  /** Secrets in every personal field that takes a text. */
  valuesOf(definition: AnyRecordDefinition): AnyValues {
    return Object.fromEntries(
      personalKeys(definition).flatMap((key) => {
        const spec = definition.spec(key);
        const value = spec === null ? null : this.valueOf(spec, `${definition.type}.${key}`);
        return value === null ? [] : [[key, value] as const];
      }),
    );
  }

  private valueOf(spec: FieldSpec, about: string): FieldValue | null {
    switch (spec.kind) {
      case 'text':
      case 'longText':
        return this.next(about);
      case 'localizedText':
        return { ko: this.next(about), en: this.next(about), local: this.next(about) };
      default:
        return null;
    }
  }
}

/**
 * A laptop with records of every type, three of each: edited at two places at once and left so, or decided, or
 * deleted here while edited there and decided; and with evidence that is personal as a whole.
 */
function laptopWithSecrets(): { readonly laptop: Replica; readonly secrets: Secrets } {
  const secrets = new Secrets();
  const laptop = replica('sofialaptop0', 1);
  const other = replica('varnalaptop0', 2);
  const made = recordDefinitions.flatMap((definition, index) => {
    const [values] = fc.sample(valuesArbitrary(definition), { seed: index, numRuns: 1 });
    const ids = [0, 1, 2].map(() =>
      laptop.create(definition.type, {
        ...values,
        ...ofCenter(definition),
        ...(definition.type === 'evidence' ? { sensitivity: 'internal' } : {}),
        ...secrets.valuesOf(definition),
      }),
    );
    return ids.map((id, fate) => ({ definition, id, fate }));
  });
  addPersonalEvidence(laptop, secrets);
  other.import(documentToGrid(laptop.export()));
  for (const { definition, id, fate } of made) {
    if (personalKeys(definition).length === 0) continue;
    other.edit(definition.type, id, secrets.valuesOf(definition));
    if (fate === 2) laptop.delete(definition.type, id);
    else laptop.edit(definition.type, id, secrets.valuesOf(definition));
  }
  laptop.import(documentToGrid(other.export()));
  for (const { definition, id, fate } of made) {
    if (fate === 0) continue;
    const decide = ({ kind, versions: [first] }: FieldConflict): Resolution =>
      kind === 'deletion' || first === undefined
        ? { kind: 'restore' }
        : { kind: 'version', stamp: first.stamp };
    while (laptop.resolve(definition.type, id, decide));
  }
  return { laptop, secrets };
}

/** Live, deleted, and with its sensitivity still disputed; named by a training. */
function addPersonalEvidence(laptop: Replica, secrets: Secrets): void {
  const evidence = () =>
    laptop.create('evidence', {
      center: bulgaria,
      fileName: secrets.next('fileName'),
      kind: 'attendanceSheet',
      description: secrets.next('description'),
      sensitivity: 'personal',
    });
  const attached = evidence();
  laptop.delete('evidence', evidence());
  for (const { id, values } of laptop.records.all('training'))
    laptop.edit('training', id, { ...values, evidenceFiles: [attached] });
}

const ofCenter = ({ spec }: AnyRecordDefinition): AnyValues =>
  spec('center') === null ? {} : { center: bulgaria };

/** All that a workbook's bytes hold: names of its parts, and the parts inflated. */
function textOf(workbook: Uint8Array): string {
  const parts = Object.entries(unzipSync(workbook));
  return parts.map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`).join('\n');
}

describe('a workbook without personal data', () => {
  const { laptop, secrets } = laptopWithSecrets();

  it('has no personal text in any byte, of records in whatever state; one with personal data has them', async () => {
    const records = recordTypes.flatMap((type) => [
      ...laptop.records.all(type),
      ...laptop.records.deleted(type),
    ]);
    expect(new Set(records.map(({ type }) => type))).toEqual(new Set(recordTypes));
    expect(records.some(({ siblings }) => Object.keys(siblings).length > 0)).toBe(true);
    const whole = textOf(await bytesOf(laptop.export()));
    expect(secrets.texts.length).toBeGreaterThan(12);
    const travelling = secrets.texts.filter((text) => whole.includes(text));
    // A value that was replaced by the same person's next one is nowhere but in the history.
    expect(travelling.length).toBeGreaterThan(8);
    expect(whole).toContain('Test Person');
    for (const language of ['en', 'ko'] as const) {
      const redacted = textOf(await bytesOf(laptop.export({ redact: true, language })));
      expect(secrets.texts.filter((text) => redacted.includes(text))).toEqual([]);
      expect(redacted).not.toContain('Test Person');
    }
  });

  it('says nothing of personal fields of any kind in its hidden state', () => {
    const sheet = laptop.export({ redact: true }).sheets.find(({ name }) => name === stateSheetName);
    const state = sheet?.kind === 'data' ? stateFromRows(sheet.rows) : null;
    if (state === null || !state.ok) throw new Error('no state');
    for (const definition of recordDefinitions) {
      const personal = new Set(personalKeys(definition));
      const rows = state.value.rows.filter(({ type }) => type === definition.type);
      const paths = rows.flatMap(({ stamps, knows, siblings, values }) =>
        [stamps, knows, siblings, values].flatMap((byPath) => Object.keys(byPath)),
      );
      expect(paths.filter((path) => personal.has(path.split('/')[0] ?? ''))).toEqual([]);
      const sent = state.value.header.sheets.find(({ type }) => type === definition.type);
      expect((sent?.columns ?? []).filter((column) => personal.has(column.split('/')[0] ?? ''))).toEqual([]);
    }
  });

  it('takes nothing away at a reader who has all of it', () => {
    const before = contentOf(laptop.records, recordTypes);
    const plan = laptop.import(documentToGrid(laptop.export({ redact: true })), { blankClears: true });
    expect(plan.changes).toEqual([]);
    expect(contentOf(laptop.records, recordTypes)).toEqual(before);
  });

  it('is received where nothing was known, its references to what stayed out included', () => {
    const reader = replica('seoullaptop0', 9);
    const plan = reader.import(documentToGrid(laptop.export({ redact: true })));
    expect(plan.counts.rejected).toBe(0);
    const [training] = reader.records.all('training');
    const named = training?.values.evidenceFiles;
    expect(named).toHaveLength(1);
    const again = reader.import(documentToGrid(laptop.export()));
    expect(again.counts.rejected).toBe(0);
    expect(reader.records.all('evidence').some(({ values }) => values.sensitivity === 'personal')).toBe(true);
  });
});

describe('what a workbook without personal data leaves out', () => {
  it('is counted by field and for evidence, in what is sent alone', () => {
    const laptop = replica('sofialaptop0', 1);
    laptop.create('person', { name: { en: 'A' }, email: 'a@example.org', gender: 'female' });
    laptop.create('person', { name: { en: 'B' }, email: 'b@example.org' });
    addPersonalEvidence(laptop, new Secrets());
    const selection = selectRecords(laptop.records, { kind: 'all' }, null);
    const { fields, evidence } = omissionsOf(selection);
    expect(evidence).toBe(1);
    expect(
      fields.map(({ type, fields: omitted }) => [
        type.en,
        ...omitted.map((one) => [one.label.en, one.count]),
      ]),
    ).toEqual([['People', ['Gender', 1], ['E-mail', 2], ['Phone', 0]]]);
    const told = selectRecords(withoutPersonalRecords(laptop.records), { kind: 'all' }, null);
    expect(omissionsOf(told).evidence).toBe(0);
  });

  it('is evidence whose sensitivity is disputed, too', () => {
    const laptop = replica('sofialaptop0', 1);
    const other = replica('varnalaptop0', 2);
    const id = laptop.create('evidence', {
      center: bulgaria,
      fileName: 'sheet.jpg',
      kind: 'photo',
      sensitivity: 'internal',
    });
    other.import(documentToGrid(laptop.export()));
    laptop.edit('evidence', id, { sensitivity: 'personal' });
    other.now = laptop.now + 60_000;
    other.edit('evidence', id, { sensitivity: 'public' });
    laptop.import(documentToGrid(other.export()));
    expect(laptop.values('evidence', id).sensitivity).toBe('public');
    expect(withoutPersonalRecords(laptop.records).find('evidence', id)).toBeNull();
  });
});
