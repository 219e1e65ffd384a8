import type { Label, Language } from '../core/language.ts';
import { fillMessage } from '../messages/message.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { FieldKind, FieldSpec } from '../schema/fieldSpec.ts';
import { isRequired } from '../schema/isRequired.ts';
import { columnHeader, sheetLayout } from './columns.ts';
import type { GridRow, TableSheet } from './grid.ts';
import { sheetName } from './recordSheet.ts';

export const dictionarySheetName: Label = { en: 'Data dictionary', ko: '데이터 사전' };

const headers: readonly Label[] = [
  { en: 'Sheet', ko: '시트' },
  { en: 'Column', ko: '열' },
  { en: 'Meaning', ko: '뜻' },
  { en: 'Kind', ko: '종류' },
  { en: 'Required', ko: '필수' },
  { en: 'Possible values', ko: '가능한 값' },
  { en: 'Who may see it', ko: '공개 범위' },
];
const widths = [22, 30, 56, 16, 10, 48, 16];

const kindLabels: Readonly<Record<FieldKind, Label>> = {
  text: { en: 'text', ko: '텍스트' },
  longText: { en: 'long text', ko: '긴 텍스트' },
  localizedText: { en: 'text per language', ko: '언어별 텍스트' },
  number: { en: 'number', ko: '숫자' },
  integer: { en: 'whole number', ko: '정수' },
  money: { en: 'money', ko: '금액' },
  date: { en: 'date', ko: '날짜' },
  dateTime: { en: 'date and time', ko: '날짜와 시간' },
  choice: { en: 'choice', ko: '선택' },
  multiChoice: { en: 'several choices', ko: '복수 선택' },
  boolean: { en: 'yes or no', ko: '예/아니요' },
  country: { en: 'country', ko: '국가' },
  ref: { en: 'name of a record', ko: '기록 이름' },
  refs: { en: 'names of records, separated by ;', ko: '기록 이름(;로 구분)' },
  evidence: { en: 'evidence files', ko: '증빙 파일' },
  attendance: { en: 'numbers of persons', ko: '인원수' },
};

const sensitivityLabels = {
  public: { en: 'public', ko: '공개' },
  internal: { en: 'internal', ko: '내부' },
  personal: { en: 'personal data', ko: '개인정보' },
} as const;

/** What every column of the workbook's record sheets means. */
export function dictionarySheet(
  definitions: readonly AnyRecordDefinition[],
  language: Language,
  redact: boolean,
): TableSheet {
  const rows = definitions.flatMap((definition) =>
    sheetLayout(definition, redact).columns.flatMap((column): GridRow[] => {
      const { spec } = column;
      if (spec === null) return [];
      return [
        [
          sheetName(definition, language),
          columnHeader(column, language),
          spec.help?.[language] ?? null,
          kindLabels[spec.kind][language],
          requiredText(definition, spec, language),
          possibleValues(spec, language),
          sensitivityLabels[spec.sensitivity ?? 'internal'][language],
        ],
      ];
    }),
  );
  return {
    kind: 'table',
    name: dictionarySheetName[language],
    visibility: 'visible',
    columns: widths.map((width) => ({ width, format: 'text', wrap: true })),
    header: headers.map((label) => ({ text: label[language], required: false })),
    rows,
    tableName: 'Fieldbook_dictionary',
    frozenColumns: 0,
    spareRows: 0,
    landscape: true,
  };
}

function requiredText(definition: AnyRecordDefinition, spec: FieldSpec, language: Language): string | null {
  if (isRequired(spec)) return { en: 'yes', ko: '예' }[language];
  const { required, requiredUnless: other } = spec;
  const asked = other === undefined ? null : definition.spec(other.field);
  if (required !== true || other === undefined || asked?.kind !== 'choice') return null;
  const is = asked.choices.find(({ value }) => value === other.is);
  const params = { field: asked.label[language], value: is?.label[language] ?? other.is };
  return fillMessage(requiredUnlessText, language, params);
}

const requiredUnlessText: Label = {
  en: 'yes, unless “{field}” is “{value}”',
  ko: '예(‘{field}’ 값이 ‘{value}’인 경우 제외)',
};

function possibleValues(spec: FieldSpec, language: Language): string | null {
  if (spec.kind === 'choice' || spec.kind === 'multiChoice') {
    return spec.choices.map(({ label }) => label[language]).join(', ');
  }
  if (spec.kind === 'integer' || spec.kind === 'number') {
    if (spec.min === undefined && spec.max === undefined) return null;
    return `${spec.min ?? ''} … ${spec.max ?? ''}`.trim();
  }
  return null;
}
