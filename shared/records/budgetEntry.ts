import { daysBetween } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import { isBlank } from '../core/text.ts';
import { moneyCodec } from '../schema/codecs/money.ts';
import { defineRecord, type RecordLookup, type RuleParams } from '../schema/defineRecord.ts';
import type { AnyValues, Money } from '../schema/fieldSpec.ts';
import type { StoredRecord } from '../sync/record.ts';
import { budgetEntryFields, entryKind } from './budgetEntryFields.ts';
import { ofSameCenter } from './centerRules.ts';
import { notAfterToday } from './dateRules.ts';
import { amountIn, goesBeyond, isSpending, type SpendingLimit, type Spent } from './spending.ts';
import { lostItsTarget, targetInsteadOf, targetLedgers } from './targetLines.ts';
import { joinTitle, shortTitle } from './titles.ts';

/** Money or goods that one side spent on a center, or money that arrived from it. */
export const budgetEntry = defineRecord({
  type: 'budgetEntry',
  scope: 'center',
  label: { one: { en: 'Budget entry', ko: '예산 집행' }, many: { en: 'Budget entries', ko: '예산 집행' } },
  sheetAliases: [
    'budget',
    'budget entry',
    'expenses',
    'expenditure',
    'spending',
    'settlement',
    '예산',
    '집행',
    '집행 내역',
    '예산 집행 내역',
    '지출',
    '정산',
  ],
  version: 2,
  migrations: [{ to: 2, kind: 'add', field: 'flow' }],
  groups: [
    {
      key: 'what',
      label: {
        en: 'What was spent or received, when and for what?',
        ko: '언제 무엇에 얼마를 쓰거나 받았습니까?',
      },
    },
    { key: 'source', label: { en: 'Who paid, and how?', ko: '누가 어떤 방식으로 부담했습니까?' } },
    { key: 'rate', label: { en: 'At which exchange rate?', ko: '적용 환율은 얼마입니까?' } },
    { key: 'proof', label: { en: 'What proves it?', ko: '무엇으로 증명합니까?' } },
  ],
  fields: budgetEntryFields,
  title: (values, { language }) =>
    joinTitle(
      values.description === undefined ? entryKind(values, language) : shortTitle(values.description, 60),
      values.date ?? '',
    ),
  dateField: 'date',
  listFields: ['date', 'description', 'center', 'flow', 'category', 'source', 'amount', 'planLine'],
  indexes: ['center', 'date', 'source', 'form', 'category', 'planLine'],
  sumsApart: isSpending,
  rules: [
    ofSameCenter('planLine', 'planLine', { en: 'target', ko: '계획 목표' }),
    notAfterToday('date', {
      en: 'The entry is dated {date}, which is still to come. Check the date.',
      ko: '집행일({date})이 오늘보다 뒤입니다. 날짜를 확인하세요.',
    }),
    notAfterToday('fxDate', {
      en: 'The exchange rate is of {date}, which is still to come. Check the date of the rate.',
      ko: '환율 기준일({date})이 오늘보다 뒤입니다. 환율 기준일을 확인하세요.',
    }),
    {
      code: 'RATE_MISSING',
      level: 'error',
      field: 'fxRate',
      message: {
        en: 'The amount is in {currency}, so its rate is needed to add it up in US dollars. Enter how many {currency} one US dollar was worth.',
        ko: '금액이 {currency}(으)로 되어 있어 미국 달러로 합산하려면 환율이 필요합니다. 1달러에 해당하는 {currency} 금액을 입력하세요.',
      },
      broken: ({ amount, fxRate }) =>
        amount !== undefined &&
        amount.currency !== 'USD' &&
        fxRate === undefined && { currency: amount.currency },
    },
    {
      code: 'RATE_NOT_POSITIVE',
      level: 'error',
      field: 'fxRate',
      message: {
        en: 'An exchange rate is greater than 0. Correct it.',
        ko: '환율은 0보다 커야 합니다. 환율을 고치세요.',
      },
      broken: ({ fxRate }) => fxRate !== undefined && fxRate <= 0,
    },
    {
      code: 'RATE_UNDATED',
      level: 'warning',
      field: 'fxDate',
      message: {
        en: 'There is an exchange rate, but nothing says of which day. Enter “Rate of”.',
        ko: '환율은 있지만 기준일이 없습니다. ‘환율 기준일’을 입력하세요.',
      },
      broken: ({ amount, fxRate, fxDate }) =>
        amount !== undefined && amount.currency !== 'USD' && fxRate !== undefined && fxDate === undefined,
    },
    {
      code: 'RATE_OF_ANOTHER_DAY',
      level: 'warning',
      field: 'fxDate',
      message: {
        en: 'The exchange rate is of {fxDate}, {days} days away from the entry ({date}). Enter the rate of its day, or the nearest one that was published.',
        ko: '환율 기준일({fxDate})과 집행일({date})이 {days}일 차이 납니다. 집행일 또는 가장 가까운 고시일의 환율을 입력하세요.',
      },
      broken: ({ amount, date, fxRate, fxDate }) => {
        if (!isForeign(amount) || fxRate === undefined || date === undefined || fxDate === undefined)
          return false;
        const days = Math.abs(daysBetween(fxDate, date));
        return days > daysWithoutRate && { fxDate, date, days };
      },
    },
    {
      code: 'RATES_DIFFER',
      level: 'warning',
      field: 'fxRate',
      message: {
        en: 'Another entry of this center has a different rate for {currency} of {fxDate}: {other}. One currency has one rate a day; correct one of the two.',
        ko: '같은 센터의 다른 내역에 {fxDate} {currency} 환율이 {other}(으)로 되어 있습니다. 같은 날 같은 통화에는 하나의 환율을 적용하므로 둘 중 하나를 고치세요.',
      },
      broken: (values, lookup, id) => {
        const { amount, fxRate, fxDate } = values;
        if (!isForeign(amount) || fxRate === undefined || fxDate === undefined) return false;
        const other = lookup
          .where('budgetEntry', 'fxDate', fxDate)
          .filter((entry) => entry.id !== id && entry.values.center === values.center)
          .filter((entry) => moneyCodec.fromJson(entry.values.amount)?.currency === amount.currency)
          .map((entry) => entry.values.fxRate)
          .find((rate) => typeof rate === 'number' && rate !== fxRate);
        return typeof other === 'number' && { currency: amount.currency, fxDate, other };
      },
    },
    {
      code: 'RATE_OF_DOLLAR',
      level: 'warning',
      field: 'fxRate',
      message: {
        en: 'The amount is in US dollars and needs no rate. Clear the rate, or choose the currency that was paid.',
        ko: '금액이 미국 달러이므로 환율이 필요 없습니다. 환율을 지우거나 실제 지급한 통화를 선택하세요.',
      },
      broken: ({ amount, fxRate }) => amount?.currency === 'USD' && fxRate !== undefined && fxRate !== 1,
    },
    {
      code: 'RECEIVED_IN_KIND',
      level: 'error',
      field: 'form',
      message: {
        en: 'Only money is entered as received; what is given in kind counts as received when it is entered as spent. Choose “Cash”, or set “Spent or received” to “Spent”.',
        ko: '수령은 현금만 입력합니다. 현물은 집행으로 입력하면 받은 것으로 계산됩니다. ‘현금’을 선택하거나 ‘집행·수령 구분’을 ‘집행’으로 바꾸세요.',
      },
      broken: (values) => !isSpending(values) && values.form === 'inKind',
    },
    {
      code: 'RECEIVED_FOR_TARGET',
      level: 'warning',
      field: 'planLine',
      message: {
        en: 'Money received is not charged to a target. Clear “Target”, or set “Spent or received” to “Spent”.',
        ko: '수령액은 계획 목표에서 차감하지 않습니다. ‘계획 목표’를 비우거나 ‘집행·수령 구분’을 ‘집행’으로 바꾸세요.',
      },
      broken: (values) => !isSpending(values) && values.planLine !== undefined,
    },
    {
      code: 'AMOUNT_ZERO',
      level: 'warning',
      field: 'amount',
      message: {
        en: 'The amount is 0, so the entry counts nothing. Enter the amount, or delete the entry.',
        ko: '금액이 0이어서 집계되지 않습니다. 금액을 입력하거나 이 내역을 삭제하세요.',
      },
      broken: ({ amount }) => amount?.amount === 0,
    },
    {
      code: 'NEGATIVE_UNEXPLAINED',
      level: 'warning',
      field: 'description',
      message: {
        en: 'A negative amount gives money back. Say what was refunded or corrected, or correct the sign.',
        ko: '음수 금액은 반환을 뜻합니다. 무엇을 반환하거나 정정했는지 적거나 부호를 고치세요.',
      },
      broken: ({ amount, description }) =>
        amount !== undefined && amount.amount < 0 && description === undefined,
    },
    {
      code: 'OVER_CENTER_BUDGET',
      level: 'warning',
      field: 'amount',
      message: {
        en: 'With this entry {spent} is spent, more than this side’s budget of {limit}. Check the amount, or enter the reason under “Reason for overspending”.',
        ko: '이 내역까지 {spent}을(를) 집행하여 해당 측 예산 {limit}을(를) 넘습니다. 금액을 확인하거나 ‘초과 집행 사유’를 입력하세요.',
      },
      broken: (values, lookup, id) => {
        const { center, source } = values;
        const budget = isExplained(values) ? null : sideBudget(values, lookup);
        if (budget === null || center === undefined || source === undefined) return false;
        const counts = (other: AnyValues) => other.source === source && isSpending(other);
        const ofSource = { ...budget, key: source, counts };
        return goesBeyond(ofSource, values, id, [lookup.where('budgetEntry', 'center', center)]);
      },
    },
    {
      code: 'OVER_PLANNED_BUDGET',
      level: 'warning',
      field: 'planLine',
      message: {
        en: 'With this entry {spent} is spent on the target, more than the {limit} planned for it. Check the amount, or enter the reason under “Reason for overspending”.',
        ko: '이 내역까지 {spent}을(를) 집행하여 이 목표의 계획 예산 {limit}을(를) 넘습니다. 금액을 확인하거나 ‘초과 집행 사유’를 입력하세요.',
      },
      broken: (values, lookup, id) => {
        const target = isExplained(values) ? null : chargedTarget(values, lookup);
        const budget = target === null ? null : plannedBudget(target);
        if (target === null || budget === null) return false;
        const ofTarget = { ...budget, key: '', counts: isSpending };
        return goesBeyond(ofTarget, values, id, targetLedgers(lookup, target.values, target.id));
      },
    },
    {
      code: 'CHARGED_TO_REPLACED',
      level: 'warning',
      field: 'planLine',
      message: {
        en: 'This is charged to a target of a replaced version of the plan, and the approved version has no single target in its place. Choose the target of the approved version that it serves.',
        ko: '대체된 판의 목표에 계상되어 있으나, 승인된 판에는 그 목표를 대신하는 목표가 하나로 정해지지 않습니다. 승인된 판에서 해당하는 목표를 선택하세요.',
      },
      broken: (values, lookup) => {
        const { planLine } = values;
        const line = planLine === undefined || !isSpending(values) ? null : lookup.get('planLine', planLine);
        return line !== null && lostItsTarget(lookup, line.values);
      },
    },
    {
      code: 'CENTER_BUDGET_NOT_COMPARED',
      level: 'warning',
      field: 'amount',
      message: {
        en: 'This side’s budget is in {limit}, so this entry in {currency} cannot be compared with it. Enter the rate of the budget at the center.',
        ko: '해당 측 예산이 {limit}(으)로 되어 있어 {currency} 집행액과 비교할 수 없습니다. 센터에서 그 예산의 환율을 입력하세요.',
      },
      broken: (values, lookup) => notComparable(values, sideBudget(values, lookup)),
    },
    {
      code: 'PLANNED_BUDGET_NOT_COMPARED',
      level: 'warning',
      field: 'planLine',
      message: {
        en: 'The target’s budget is in {limit}, so this entry in {currency} cannot be compared with it. Choose another target, or have the plan revised with a rate.',
        ko: '이 목표의 예산이 {limit}(으)로 되어 있어 {currency} 집행액과 비교할 수 없습니다. 다른 목표를 선택하거나 환율을 넣어 계획을 변경하세요.',
      },
      broken: (values, lookup) => {
        const target = chargedTarget(values, lookup);
        return target !== null && notComparable(values, plannedBudget(target));
      },
    },
  ],
});

/** Over a long holiday no bank tells a rate. */
const daysWithoutRate = 7;

const isForeign = (amount: Money | undefined): amount is Money =>
  amount !== undefined && amount.currency !== 'USD';

interface Overspending {
  readonly center?: RecordId | undefined;
  readonly flow?: string | undefined;
  readonly source?: string | undefined;
  readonly planLine?: RecordId | undefined;
  readonly overspendReason?: string | undefined;
}

/** Money received goes beyond nothing, and a reason that was entered explains what does. */
const isExplained = (values: Overspending): boolean =>
  !isSpending(values) || (values.overspendReason !== undefined && !isBlank(values.overspendReason));

type Budget = Pick<SpendingLimit, 'limit' | 'rate'>;

/** What the side that pays contributes in all; null where no budget is agreed or known, or it is still to be discussed. */
function sideBudget({ center, source }: Overspending, lookup: RecordLookup): Budget | null {
  const values = center === undefined ? undefined : lookup.get('center', center)?.values;
  if (source === 'korea') return budgetOf(values?.koreaBudget, values?.koreaBudgetRate);
  if (source !== 'partner' || values?.partnerBudgetStatus === 'toBeDiscussed') return null;
  return budgetOf(values?.partnerBudget, values?.partnerBudgetRate);
}

/** The target whose budget an entry uses up: that of the version in force. */
function chargedTarget({ planLine }: Overspending, lookup: RecordLookup): StoredRecord | null {
  const line = planLine === undefined ? null : lookup.get('planLine', planLine);
  return line === null ? null : (targetInsteadOf(lookup, line.values) ?? line);
}

const plannedBudget = ({ values: { budget, budgetRate } }: StoredRecord): Budget | null =>
  budgetOf(budget, budgetRate);

function budgetOf(budget: unknown, rate: unknown): Budget | null {
  const limit = moneyCodec.fromJson(budget);
  return limit === null ? null : { limit, rate: typeof rate === 'number' ? rate : undefined };
}

/** Both currencies where only the rate of the budget is missing; the entry's own is asked for by RATE_MISSING. */
function notComparable(spent: Spent & Overspending, budget: Budget | null): RuleParams | false {
  if (budget === null || !isSpending(spent) || amountIn('USD', spent) === null) return false;
  if (amountIn(budget.limit.currency, spent, budget.rate) !== null) return false;
  return { currency: spent.amount?.currency ?? '', limit: budget.limit.currency };
}
