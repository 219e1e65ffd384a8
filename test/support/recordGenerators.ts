import fc from 'fast-check';
import { countryCodes } from '../../shared/core/countries.ts';
import { addDays, type IsoDate } from '../../shared/core/dates.ts';
import { derivedRecordId, type RecordId } from '../../shared/core/ids.ts';
import { type RecordSet, recordSetOf } from '../../shared/records/recordSet.ts';
import { definitionOf, type RecordType, recordTypes } from '../../shared/records/registry.ts';
import { cellCapacity } from '../../shared/schema/codecs/texts.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type {
  AnyValues,
  FieldKind,
  FieldSpec,
  FieldValue,
  IntegerSpec,
  LocalizedText,
  NumberSpec,
  SpecOf,
  ValueByKind,
} from '../../shared/schema/fieldSpec.ts';
import { isRequired } from '../../shared/schema/isRequired.ts';
import { applyChanges } from '../../shared/sync/applyChange.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import { planCreate, planDelete } from '../../shared/sync/planEdit.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { formatStamp, type Stamp } from '../../shared/sync/stamp.ts';

/** Ids that records of a type may refer to; none: any ids. */
export type KnownIds = Readonly<Record<string, readonly RecordId[]>>;

/** Values that the field accepts without a problem, in the form in which codecs give them. */
export function valueArbitrary(spec: FieldSpec, known: KnownIds = {}): fc.Arbitrary<FieldValue> {
  // The boundary: a spec's kind selects the generator of the same kind, which the compiler cannot follow.
  const make = arbitraryByKind[spec.kind] as (spec: FieldSpec, known: KnownIds) => fc.Arbitrary<FieldValue>;
  return make(spec, known);
}

/** Values of a record: required fields always, the others now and then. */
export function valuesArbitrary(
  definition: AnyRecordDefinition,
  known: KnownIds = {},
): fc.Arbitrary<AnyValues> {
  const entries = definition.fieldKeys.flatMap((key) => {
    const spec = definition.spec(key);
    return spec === null ? [] : [{ key, spec }];
  });
  const arbitraries = Object.fromEntries(
    entries.map(({ key, spec }) => [key, valueArbitrary(spec, known)] as const),
  );
  const requiredKeys = entries.filter(({ spec }) => isRequired(spec, {})).map(({ key }) => key);
  return fc.record(arbitraries, { requiredKeys });
}

/** A stored record with these values, written by one change set at one stamp. */
export function storedRecordOf(
  type: RecordType,
  id: RecordId,
  values: AnyValues,
  stamp: Stamp = testStamp(1),
): StoredRecord {
  const definition = definitionOf(type);
  const creation = { id, by: 'Test', at: 1 };
  const record = applyChanges(
    definition,
    null,
    planCreate(definition, values, creation, () => stamp),
  );
  if (record === null) throw new Error('A creation without changes');
  return record;
}

/** A set of a few records per type whose references lead to each other. */
export function recordSetArbitrary(perType = 3): fc.Arbitrary<RecordSet> {
  const known = Object.fromEntries(
    recordTypes.map((type) => [
      type,
      Array.from({ length: perType }, (_, index) => derivedRecordId('test', type, String(index))),
    ]),
  );
  const records = recordTypes.flatMap((type) =>
    (known[type] ?? []).map((id) =>
      fc.option(
        valuesArbitrary(definitionOf(type), known).map((values) => storedRecordOf(type, id, values)),
        { freq: 6, nil: null },
      ),
    ),
  );
  return fc.tuple(...records).map((made) => recordSetOf(made.filter((record) => record !== null)));
}

/** Records of every type, some of them deleted or with fields that were written later than the others. */
export function livedInRecords(): fc.Arbitrary<RecordSet> {
  return fc
    .tuple(recordSetArbitrary(2), fc.array(fc.nat({ max: 5 }), { minLength: 20, maxLength: 20 }))
    .map(([set, fates]) => {
      const records = recordTypes.flatMap((type) => set.all(type));
      const changes = records.flatMap((record, index) => {
        const fate = fates[index % fates.length] ?? 0;
        const stamp = testStamp(1000 + index, fate, 'otherdevice0');
        if (fate === 0) return planDelete(record, true, () => stamp);
        const [path] = Object.keys(record.stamps).filter((one) => one.startsWith('$created'));
        if (fate === 1 && path !== undefined) {
          const after = { by: 'Somebody else', at: index };
          return [{ type: record.type, id: record.id, path, before: null, after, stamp, was: null }];
        }
        return [];
      });
      return overlaySet(set, changes);
    });
}

/** A stamp of some test device. */
export function testStamp(wall: number, counter = 0, device = 'testdevice00'): Stamp {
  return formatStamp({ wall, counter, device: device as Parameters<typeof formatStamp>[0]['device'] });
}

export const recordIdArbitrary: fc.Arbitrary<RecordId> = fc
  .nat({ max: 10_000 })
  .map((index) => derivedRecordId('generated', String(index)));

/** From 1900-03-01 on, where Excel's calendar is the real one. */
export const isoDateArbitrary: fc.Arbitrary<IsoDate> = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => addDays('1900-03-01', days));

/** Total: the compiler refuses a field kind without its generator. */
const arbitraryByKind: {
  readonly [Kind in FieldKind]: (spec: SpecOf<Kind>, known: KnownIds) => fc.Arbitrary<ValueByKind[Kind]>;
} = {
  text: ({ maxLength = 200 }) => textArbitrary(Math.min(maxLength, 40)),
  longText: ({ maxLength = cellCapacity }) => textArbitrary(Math.min(maxLength, 120)),
  localizedText: ({ maxLength = cellCapacity }) => {
    const text = fc.option(textArbitrary(Math.min(maxLength, 40)), { nil: undefined });
    return fc.tuple(text, text, text).map(([ko, en, local]): LocalizedText => {
      const texts = {
        ...(ko === undefined ? {} : { ko }),
        ...(en === undefined ? {} : { en }),
        ...(local === undefined ? {} : { local }),
      };
      return Object.keys(texts).length === 0 ? { en: 'Example' } : texts;
    });
  },
  number: (spec) => rangeOf(spec).map((value) => value / 4),
  integer: (spec) => integerIn(spec),
  money: () =>
    fc.record({
      amount: fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => cents / 100),
      currency: fc.constantFrom('USD', 'KRW', 'EUR', 'VND', 'PEN', 'KES'),
    }),
  date: () => isoDateArbitrary,
  // After 1999 none of these zones shows an hour twice, which a wall clock could not tell apart.
  dateTime: () =>
    fc.record({
      utc: fc
        .integer({ min: 946_684_800, max: 4_000_000_000 })
        .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')),
      zone: fc.constantFrom('Asia/Seoul', 'Asia/Tashkent', 'Africa/Nairobi', 'UTC'),
    }),
  choice: ({ choices }) => fc.constantFrom(...choices.map(({ value }) => value)),
  multiChoice: ({ choices }) =>
    fc
      .subarray(
        choices.map(({ value }) => value),
        { minLength: 1 },
      )
      .map((values) => [...values].sort()),
  boolean: () => fc.boolean(),
  country: () => fc.constantFrom(...countryCodes),
  ref: ({ to }, known) => idOf(to, known),
  refs: ({ to }, known) => idsOf(to, known),
  evidence: (_spec, known) => idsOf('evidence', known),
  attendance: () => {
    const count = fc.nat({ max: 500 });
    return fc.record({ female: count, male: count, other: count, undisclosed: count });
  },
};

function idOf(type: string, known: KnownIds): fc.Arbitrary<RecordId> {
  const ids = known[type] ?? [];
  return ids.length === 0 ? recordIdArbitrary : fc.constantFrom(...ids);
}

function idsOf(type: string, known: KnownIds): fc.Arbitrary<readonly RecordId[]> {
  return fc.uniqueArray(idOf(type, known), { minLength: 1, maxLength: 4 }).map((ids) => ids.sort());
}

/** Scripts of the partner countries, marks that spreadsheets treat as formulas, and anything else. */
const characters = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcXYZ 0129가나다자문회의ЖшўĐộña=+-@;"\'<&\n') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
);

function textArbitrary(maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(characters, { minLength: 1, maxLength })
    .map((parts) =>
      parts.reduce((text, part) => (text.length + part.length > maxLength ? text : text + part), ''),
    )
    .filter((text) => text.trim() !== '' && !text.includes('\r'));
}

function integerIn({ min = -1_000_000, max = 1_000_000 }: IntegerSpec): fc.Arbitrary<number> {
  return fc.integer({ min, max });
}

/** Quarters, which are exact in binary. */
function rangeOf({ min = -100_000, max = 100_000 }: NumberSpec): fc.Arbitrary<number> {
  return fc.integer({ min: Math.ceil(min * 4), max: Math.floor(max * 4) });
}
