import { countryName } from '../core/countries.ts';
import { isIsoDate, yearOf } from '../core/dates.ts';
import type { Label, Language } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import { defineRecord } from '../schema/defineRecord.ts';
import type { AnyValues, ValuesOf } from '../schema/fieldSpec.ts';
import { agreedRateNamed, agreedRateRules } from './agreedRate.ts';
import { centerFields } from './centerFields.ts';
import { dateOf, endNotBeforeStart } from './dateRules.ts';
import { closedOn, usualOperationEnd } from './operatingPeriod.ts';
import { choiceTitle } from './titles.ts';

export type CenterValues = ValuesOf<typeof centerFields>;

type Status = NonNullable<CenterValues['status']>;

// Of a status that is to be confirmed nothing is known that could be wrong.
const beforeClosing: ReadonlySet<Status> = new Set(['selection', 'opening', 'operating', 'extended']);

const statusLabel = (status: Status): Label => ({
  en: choiceTitle(centerFields.status, status, 'en'),
  ko: choiceTitle(centerFields.status, status, 'ko'),
});

/** Run by Korea and a partner country together, for three years as a rule. */
export const center = defineRecord({
  type: 'center',
  scope: 'programme',
  label: { one: { en: 'Center', ko: '센터' }, many: { en: 'Centers', ko: '센터' } },
  sheetAliases: ['center', 'eGCC', 'DGCC', 'centres', '협력센터', '센터 목록', '센터현황'],
  version: 2,
  migrations: [
    { to: 2, kind: 'add', field: 'koreaBudgetRate' },
    { to: 2, kind: 'add', field: 'koreaBudgetRateDate' },
    { to: 2, kind: 'add', field: 'partnerBudgetRate' },
    { to: 2, kind: 'add', field: 'partnerBudgetRateDate' },
    { to: 2, kind: 'add', field: 'reportDuty' },
  ],
  groups: [
    { key: 'identity', label: { en: 'Which center is it?', ko: '어떤 센터입니까?' } },
    { key: 'selection', label: { en: 'Why was the country selected?', ko: '왜 이 국가를 선정했습니까?' } },
    { key: 'agreement', label: { en: 'What was agreed, and when?', ko: '언제 무엇을 합의했습니까?' } },
    { key: 'budget', label: { en: 'Who pays what?', ko: '누가 얼마를 부담합니까?' } },
    { key: 'partners', label: { en: 'Who is responsible?', ko: '누가 책임집니까?' } },
    { key: 'place', label: { en: 'Where is it?', ko: '어디에 있습니까?' } },
  ],
  fields: centerFields,
  title: (values, { language }) => centerLabel(values, language),
  dateField: 'operationStart',
  endField: 'operationEnd',
  listFields: ['code', 'country', 'phase', 'since', 'status', 'operationStart', 'operationEnd', 'city'],
  indexes: ['country', 'status', 'programme'],
  proposals: [
    {
      from: 'operationStart',
      field: 'operationEnd',
      propose: (start) => (isIsoDate(start) ? usualOperationEnd(start) : undefined),
    },
  ],
  rules: [
    endNotBeforeStart('operationStart', 'operationEnd'),
    {
      code: 'EXTENSION_BEFORE_END',
      level: 'error',
      field: 'extendedUntil',
      message: {
        en: 'The extension ends ({extended}) before the operating period itself ({end}). Correct one of the two dates.',
        ko: '연장 종료일({extended})이 당초 운영 종료일({end})보다 빠릅니다. 두 날짜 중 하나를 고치세요.',
      },
      broken: ({ operationEnd, extendedUntil }) =>
        operationEnd !== undefined &&
        extendedUntil !== undefined &&
        extendedUntil < operationEnd && { extended: extendedUntil, end: operationEnd },
    },
    {
      code: 'OPENED_BEFORE_MOU',
      level: 'warning',
      field: 'openedOn',
      message: {
        en: 'The center opened ({opened}) before the MoU was signed ({signed}). Check both dates.',
        ko: '개소일({opened})이 양해각서 체결일({signed})보다 빠릅니다. 두 날짜를 확인하세요.',
      },
      broken: ({ mouSignedOn, openedOn }) =>
        mouSignedOn !== undefined &&
        openedOn !== undefined &&
        openedOn < mouSignedOn && { opened: openedOn, signed: mouSignedOn },
    },
    {
      code: 'OPENING_YEAR_DIFFERS',
      level: 'warning',
      field: 'since',
      message: {
        en: 'The opening year is {since}, but the center opened on {opened}. Check which is right.',
        ko: '개소 연도는 {since}년인데 개소일은 {opened}입니다. 어느 쪽이 맞는지 확인하세요.',
      },
      broken: ({ since, openedOn }) =>
        since !== undefined &&
        openedOn !== undefined &&
        // As a text, since a year has no groups of digits.
        yearOf(openedOn) !== since && { since: String(since), opened: openedOn },
    },
    {
      code: 'OPERATION_DATES_MISSING',
      level: 'warning',
      field: 'operationStart',
      message: {
        en: 'The center operates, but its operating period is not entered. Enter its first and last day.',
        ko: '운영 중인 센터이지만 운영 기간이 없습니다. 운영 시작일과 종료일을 입력하세요.',
      },
      broken: ({ status, operationStart, operationEnd }) =>
        (status === 'operating' || status === 'extended') &&
        (operationStart === undefined || operationEnd === undefined),
    },
    {
      code: 'CLOSED_BUT_OPERATING',
      level: 'warning',
      field: 'status',
      message: {
        en: 'The closing was done on {date}, but the center’s status is “{status}”. Set the status to “Closed”, or correct the milestone “Closing”.',
        ko: '운영 종료 단계가 완료({date})되었지만 센터 상태가 ‘{status}’입니다. 상태를 ‘운영 종료’로 바꾸거나 주요 단계의 운영 종료 기록을 고치세요.',
      },
      broken: (values, lookup, id) => {
        const { status } = values;
        if (id === null || !(status !== undefined && beforeClosing.has(status))) return false;
        const center = { id, values, sample: lookup.get('center', id)?.sample ?? false };
        const date = closedOn(center, lookup.where('milestone', 'center', id));
        return date !== null && { date, status: statusLabel(status) };
      },
    },
    {
      code: 'EXTENSION_UNEXPLAINED',
      level: 'warning',
      field: 'extensions',
      message: {
        en: 'The center is extended, but nothing says by whom and why. Fill in “Extensions”.',
        ko: '센터 운영이 연장되었지만 근거가 없습니다. ‘연장 내용’을 입력하세요.',
      },
      broken: ({ extendedUntil, extensions }) => extendedUntil !== undefined && extensions === undefined,
    },
    {
      code: 'PARTNER_BUDGET_MISSING',
      level: 'warning',
      field: 'partnerBudget',
      message: {
        en: 'The partner’s contribution is agreed, but its amount is not entered. Enter it under “Partner’s budget”.',
        ko: '협력국의 분담이 합의되었지만 금액이 없습니다. ‘협력국 예산’을 입력하세요.',
      },
      broken: ({ partnerBudgetStatus, partnerBudget }) =>
        partnerBudgetStatus === 'agreed' && partnerBudget === undefined,
    },
    agreedRateNamed('koreaBudget', 'koreaBudgetRate'),
    agreedRateNamed('partnerBudget', 'partnerBudgetRate'),
    ...agreedRateRules('koreaBudget', 'koreaBudgetRate', 'koreaBudgetRateDate'),
    ...agreedRateRules('partnerBudget', 'partnerBudgetRate', 'partnerBudgetRateDate'),
    {
      code: 'COORDINATES_INCOMPLETE',
      level: 'warning',
      field: 'latitude',
      message: {
        en: 'Latitude and longitude belong together. Enter both or neither.',
        ko: '위도와 경도는 함께 입력해야 합니다. 둘 다 입력하거나 둘 다 비우세요.',
      },
      broken: ({ latitude, longitude }) => (latitude === undefined) !== (longitude === undefined),
    },
    {
      code: 'CODE_TAKEN',
      level: 'warning',
      field: 'code',
      message: {
        en: 'Another center has the code {code} too. Give one of them another code.',
        ko: '코드 {code}을(를) 쓰는 다른 센터가 있습니다. 둘 중 하나의 코드를 바꾸세요.',
      },
      broken: ({ code }, lookup, id) =>
        code !== undefined &&
        foldText(code) !== '' &&
        lookup.where('center', 'code', code).some((other) => other.id !== id) && { code },
    },
    {
      code: 'PHASE_TAKEN',
      level: 'warning',
      field: 'phase',
      message: {
        en: 'Another center in {country} has the phase {phase} too, so the two look alike in lists and in the history table. Enter the next phase for the later one, or delete it if it is the same center.',
        ko: '{country}에 {phase}차인 센터가 또 있어 목록과 실적 표에서 구별되지 않습니다. 나중 센터에 다음 차수를 입력하거나, 같은 센터이면 하나를 삭제하세요.',
      },
      broken: ({ country, phase = 1 }, lookup, id) =>
        country !== undefined &&
        lookup
          .where('center', 'country', country)
          .some((other) => other.id !== id && (other.values.phase ?? 1) === phase) && {
          country: { en: countryName(country, 'en'), ko: countryName(country, 'ko') },
          phase,
        },
    },
  ],
});

/** The programme's own label, `Korea-Bulgaria('10)` or `한-불가리아('10)`; '' without a country. */
export function centerLabel(values: CenterValues, language: Language): string {
  const { country: code, phase = 1 } = values;
  if (code === undefined) return values.code ?? '';
  const korea = language === 'ko' ? '한' : 'Korea';
  const round = phase > 1 ? ` ${phase}` : '';
  const year = openingYear(values);
  const suffix = year === null ? '' : `('${String(year % 100).padStart(2, '0')})`;
  return `${korea}-${countryName(code, language)}${round}${suffix}`;
}

/** The stated opening year, else that of the opening or of the operation's start; null when nothing is known. */
export function openingYear(values: AnyValues): number | null {
  const day = dateOf(values, 'openedOn') ?? dateOf(values, 'operationStart');
  return typeof values.since === 'number' ? values.since : day === null ? null : yearOf(day);
}
