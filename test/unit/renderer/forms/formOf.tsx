import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { FormServices } from '../../../../renderer/forms/formServices.ts';
import { initialValues } from '../../../../renderer/forms/initialValues.ts';
import { RecordForm, type RecordFormProps } from '../../../../renderer/forms/RecordForm.tsx';
import { i18n } from '../../../../renderer/i18n/texts.ts';
import { theme } from '../../../../renderer/theme/theme.ts';
import { derivedRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import type { Language } from '../../../../shared/core/language.ts';
import { err, ok } from '../../../../shared/core/result.ts';
import { type AnyRecordDefinition, anyRecord, defineRecord } from '../../../../shared/schema/defineRecord.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
import * as field from '../../../../shared/schema/fields.ts';

export const agencyId = derivedRecordId('agency');
export const createdId = derivedRecordId('created');

const label = (en: string, ko: string) => ({ en, ko });

export const agency = anyRecord(
  defineRecord({
    type: 'agency',
    scope: 'programme',
    label: { one: label('Agency', '기관'), many: label('Agencies', '기관') },
    version: 1,
    migrations: [],
    groups: [{ key: 'what', label: label('Which one is it?', '어느 기관입니까?') }],
    fields: {
      name: field.localizedText({ label: label('Name', '이름'), required: true }),
      city: field.text({ label: label('City', '도시') }),
    },
    title: ({ name }, { language }) => name?.[language] ?? name?.en ?? name?.ko ?? '',
    listFields: ['name'],
    indexes: [],
    rules: [],
  }),
);

/** One field of each kind; `day` is required. */
export const everyKind = anyRecord(
  defineRecord({
    type: 'visit',
    scope: 'programme',
    label: { one: label('Visit', '방문'), many: label('Visits', '방문') },
    version: 1,
    migrations: [],
    groups: [
      { key: 'when', label: label('When was it?', '언제였습니까?') },
      { key: 'what', label: label('What was it?', '무엇이었습니까?') },
    ],
    fields: {
      day: field.date({
        label: label('Day', '날짜'),
        help: label('The day of the visit.', '방문한 날입니다.'),
        required: true,
      }),
      at: field.dateTime({ label: label('At', '시각') }),
      subject: field.text({ label: label('Subject', '제목'), maxLength: 20, group: 'what' }),
      notes: field.longText({ label: label('Notes', '메모'), group: 'what' }),
      name: field.localizedText({ label: label('Name', '이름'), group: 'what' }),
      hours: field.number({
        label: label('Hours', '시간'),
        min: 0,
        max: 100,
        unit: label('h', '시간'),
        group: 'what',
      }),
      rooms: field.integer({ label: label('Rooms', '방'), group: 'what' }),
      cost: field.money({ label: label('Cost', '비용'), defaultCurrency: 'EUR', group: 'what' }),
      mode: field.choice({
        label: label('Mode', '방식'),
        choices: [
          { value: 'near', label: label('Near', '가까움') },
          { value: 'far', label: label('Far', '멂') },
        ],
        initial: 'near',
        group: 'what',
      }),
      topics: field.multiChoice({
        label: label('Topics', '주제'),
        choices: [
          { value: 'law', label: label('Law', '법') },
          { value: 'data', label: label('Data', '데이터') },
        ],
        group: 'what',
      }),
      paid: field.boolean({ label: label('Paid', '지급'), group: 'what' }),
      country: field.country({ label: label('Country', '국가'), group: 'what' }),
      host: field.ref({ to: 'agency', label: label('Host', '주최 기관'), group: 'what' }),
      guests: field.refs({ to: 'agency', label: label('Guests', '참가 기관'), group: 'what' }),
      proof: field.evidence({ label: label('Proof', '증빙'), group: 'what' }),
      people: field.attendance({ label: label('Participants', '참가자'), group: 'what' }),
    },
    title: ({ subject }) => subject ?? '',
    dateField: 'day',
    listFields: ['day', 'subject'],
    indexes: [],
    rules: [
      {
        code: 'COST_WITHOUT_HOURS',
        level: 'warning',
        field: 'hours',
        message: label('There is a cost but no hours.', '비용만 있고 시간이 없습니다.'),
        broken: ({ cost, hours }) => cost !== undefined && hours === undefined,
      },
    ],
  }),
);

/** `use` is required unless the way is “received”. */
export const conditional = anyRecord(
  defineRecord({
    type: 'payment',
    scope: 'programme',
    label: { one: label('Payment', '지급'), many: label('Payments', '지급') },
    version: 1,
    migrations: [],
    groups: [{ key: 'what', label: label('What was it?', '무엇이었습니까?') }],
    fields: {
      way: field.choice({
        label: label('Way', '구분'),
        choices: [
          { value: 'spent', label: label('Spent', '집행') },
          { value: 'received', label: label('Received', '수령') },
        ],
      }),
      use: field.choice({
        label: label('Use', '용도'),
        required: true,
        requiredUnless: { field: 'way', is: 'received' },
        choices: [
          { value: 'rent', label: label('Rent', '임차료') },
          { value: 'other', label: label('Other', '기타') },
        ],
      }),
    },
    title: ({ use }) => use ?? '',
    listFields: ['use'],
    indexes: [],
    rules: [],
  }),
);

export interface OpenForm {
  readonly user: ReturnType<typeof userEvent.setup>;
  /** What was saved, in order. */
  readonly saved: readonly { readonly values: AnyValues; readonly changed: readonly string[] }[];
  /** What was made on the spot. */
  readonly created: readonly { readonly type: string; readonly values: AnyValues }[];
  /** The last draft; null when there is none. */
  lastDraft(): RecordFormProps['draft'];
}

/** Shows a form over fixed surroundings: one agency, the 23rd of November 2026. */
export async function openForm(
  language: Language,
  props: Partial<RecordFormProps> & { readonly definition?: AnyRecordDefinition } = {},
): Promise<OpenForm> {
  await i18n.changeLanguage(language);
  const saved: { values: AnyValues; changed: readonly string[] }[] = [];
  const created: { type: string; values: AnyValues }[] = [];
  let draft: RecordFormProps['draft'] = null;
  const definition = props.definition ?? everyKind;
  const services = servicesOver(created);
  render(
    <Surroundings>
      <RecordForm
        definition={definition}
        id={null}
        base={services.initialValues(definition)}
        services={services}
        draft={null}
        onDraft={(next) => {
          draft = next;
        }}
        onSave={async (values, changed) => {
          saved.push({ values, changed });
          return true;
        }}
        {...props}
      />
    </Surroundings>,
  );
  return { user: userEvent.setup(), saved, created, lastDraft: () => draft };
}

export const closeForm = cleanup;

export function Surroundings({ children }: { readonly children: ReactNode }) {
  return <MantineProvider theme={theme}>{children}</MantineProvider>;
}

export function servicesOver(created: { type: string; values: AnyValues }[]): FormServices {
  const titles = new Map<RecordId, string>([[agencyId, 'Data Agency']]);
  const today = '2026-11-23';
  return {
    today,
    timeZone: 'Asia/Seoul',
    lookup: { today, get: () => null, where: () => [] },
    references: {
      titleOf: (_type, id) => titles.get(id) ?? null,
      find: () => [],
      labelOf: () => agency.label.one,
    },
    evidence: {
      prepare: async () => err('UNREADABLE'),
      keep: async () => err('not kept'),
      look: async () => ({ state: 'none' }),
      saveCopy: async () => err('no copy'),
    },
    definitionOf: (type) => (type === 'agency' ? agency : null),
    options: () => [...titles].map(([value, title]) => ({ value, label: title })),
    initialValues: (definition) => initialValues(definition, { centerId: null, today }),
    isHidden: () => false,
    create: async (type, values) => {
      created.push({ type, values });
      titles.set(createdId, 'made on the spot');
      return ok(createdId);
    },
  };
}
