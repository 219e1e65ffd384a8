import type { Label } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import { participation } from '../records/participation.ts';
import { person } from '../records/person.ts';

/** What a column of a pasted list of participants may hold. */
export const pasteTargets = [
  'name',
  'otherName',
  'organization',
  'position',
  'gender',
  'email',
  'phone',
  'completed',
  'notes',
] as const;
export type PasteTarget = (typeof pasteTargets)[number];

/** Of each column, from the left; null for a column that is left out. */
export type PasteMapping = readonly (PasteTarget | null)[];

export interface PasteGuess {
  /** The first record names the columns. */
  readonly hasHeader: boolean;
  readonly mapping: PasteMapping;
}

const { fields } = person;

export const pasteTargetLabels: Readonly<Record<PasteTarget, Label>> = {
  name: fields.name.label,
  otherName: { en: 'Name in another language', ko: '다른 언어 이름' },
  organization: fields.organization.label,
  position: fields.position.label,
  gender: fields.gender.label,
  email: fields.email.label,
  phone: fields.phone.label,
  completed: participation.fields.completed.label,
  notes: participation.fields.notes.label,
};

/**
 * What the columns hold, by the headers in either language and the fields' other names; a second column of names
 * holds them in another language. Without a header the first column is taken for names, and the rest is left to
 * the person.
 */
export function guessColumns(records: readonly (readonly string[])[]): PasteGuess {
  const width = Math.max(0, ...records.map((record) => record.length));
  const [first = []] = records;
  const taken = new Set<PasteTarget>();
  const mapping = Array.from({ length: width }, (_, column) => {
    const target = targetOf(first[column] ?? '');
    const own = target === 'name' && taken.has('name') ? 'otherName' : target;
    if (own === null || taken.has(own)) return null;
    taken.add(own);
    return own;
  });
  if (taken.has('name')) return { hasHeader: true, mapping };
  return { hasHeader: false, mapping: mapping.map((_, column) => (column === 0 ? 'name' : null)) };
}

const namesByTarget: readonly (readonly [PasteTarget, ReadonlySet<string>])[] = [
  named('name', fields.name, participation.fields.person),
  named('organization', fields.organization),
  named('position', fields.position),
  named('gender', fields.gender),
  named('email', fields.email),
  named('phone', fields.phone),
  named('completed', participation.fields.completed),
  named('notes', participation.fields.notes),
];

interface Named {
  readonly label: Label;
  readonly aliases?: readonly string[];
}

function named(target: PasteTarget, ...specs: readonly Named[]): readonly [PasteTarget, ReadonlySet<string>] {
  const names = specs.flatMap(({ label, aliases = [] }) => [label.en, label.ko, ...aliases]);
  return [target, new Set(names.map(foldText))];
}

/** A header may say its language in brackets: “Name (Korean)”, “성명(영문)”. */
function targetOf(header: string): PasteTarget | null {
  const folded = foldText(header.replace(/[(（].*$/u, ''));
  if (folded === '') return null;
  return namesByTarget.find(([, names]) => names.has(folded))?.[0] ?? null;
}
