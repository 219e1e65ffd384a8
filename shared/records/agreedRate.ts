import type { IsoDate } from '../core/dates.ts';
import type { Label } from '../core/language.ts';
import { moneyCodec } from '../schema/codecs/money.ts';
import type { Rule } from '../schema/defineRecord.ts';
import type { AnyValues, DateSpec, Money, NumberSpec } from '../schema/fieldSpec.ts';
import { date, number } from '../schema/fields.ts';
import { dateOf, notAfterToday } from './dateRules.ts';

interface RateOptions {
  /** The budget that the rate is for, as its field is called. */
  readonly of: Label;
  readonly aliases: readonly string[];
  readonly since: number;
}

/** The rate at which a budget in another currency is compared with what was spent of it; its day is agreedRateDate. */
export function agreedRate({ of, aliases, since }: RateOptions): NumberSpec {
  return number({
    label: { en: `Rate of ${inSentence(of.en)} (for one US dollar)`, ko: `${of.ko} 환율(1달러당)` },
    help: {
      en: 'Units of its currency for one US dollar, to compare what was spent. Not needed for dollars.',
      ko: '예산과 집행액을 비교할 때 적용할 1달러당 금액입니다. 달러이면 비워 두세요.',
    },
    aliases,
    min: 0,
    max: 10_000_000,
    since,
    group: 'budget',
  });
}

/** The day of an agreedRate. */
export function agreedRateDate({ of, aliases, since }: RateOptions): DateSpec {
  return date({
    label: { en: `Day of the rate of ${inSentence(of.en)}`, ko: `${of.ko} 환율 기준일` },
    help: { en: 'The day of that exchange rate.', ko: '적용한 환율의 날짜입니다.' },
    aliases,
    since,
    group: 'budget',
  });
}

type RateValues<Budget extends string, Rate extends string, Day extends string> = {
  readonly [K in Budget]?: Money | undefined;
} & { readonly [K in Rate]?: number | undefined } & { readonly [K in Day]?: IsoDate | undefined };

/** What a rate has to be where there is one. */
export function agreedRateRules<Budget extends string, Rate extends string, Day extends string>(
  budget: Budget,
  rate: Rate,
  day: Day,
): readonly Rule<RateValues<Budget, Rate, Day>>[] {
  return [
    {
      code: 'BUDGET_RATE_NOT_POSITIVE',
      level: 'error',
      field: rate,
      message: {
        en: 'An exchange rate is greater than 0. Correct it.',
        ko: '환율은 0보다 커야 합니다. 환율을 고치세요.',
      },
      broken: (values) => {
        const { units } = partsOf(values, budget, rate);
        return units !== undefined && units <= 0;
      },
    },
    {
      code: 'BUDGET_RATE_UNDATED',
      level: 'warning',
      field: day,
      message: {
        en: 'There is an exchange rate of the budget, but nothing says of which day. Enter the day.',
        ko: '예산의 환율은 있지만 기준일이 없습니다. 환율 기준일을 입력하세요.',
      },
      broken: (values) => {
        const { currency, units, dated } = partsOf(values, budget, rate, day);
        return currency !== null && units !== undefined && dated === null;
      },
    },
    notAfterToday(day, {
      en: 'The exchange rate of the budget is of {date}, which is still to come. Check the date.',
      ko: '예산의 환율 기준일({date})이 오늘보다 뒤입니다. 날짜를 확인하세요.',
    }),
  ];
}

/** A budget in another currency names its rate, so that overspending can be noticed. */
export function agreedRateNamed<Budget extends string, Rate extends string>(
  budget: Budget,
  rate: Rate,
): Rule<RateValues<Budget, Rate, never>> {
  return {
    code: 'BUDGET_RATE_MISSING',
    level: 'warning',
    field: rate,
    message: {
      en: 'The budget is in {currency}, so spending in other currencies cannot be compared with it. Enter how many {currency} one US dollar was worth.',
      ko: '예산이 {currency}(으)로 되어 있어 다른 통화의 집행액과 비교할 수 없습니다. 1달러에 해당하는 {currency} 금액을 입력하세요.',
    },
    broken: (values) => {
      const { currency, units } = partsOf(values, budget, rate);
      return currency !== null && units === undefined && { currency };
    },
  };
}

interface RateParts {
  /** Null for dollars, which need no rate. */
  readonly currency: string | null;
  readonly units: number | undefined;
  readonly dated: IsoDate | null;
}

function partsOf(values: AnyValues, budget: string, rate: string, day = ''): RateParts {
  const money = moneyCodec.fromJson(values[budget]);
  const units = values[rate];
  return {
    currency: money === null || money.currency === 'USD' ? null : money.currency,
    units: typeof units === 'number' ? units : undefined,
    dated: dateOf(values, day),
  };
}

const inSentence = (name: string): string =>
  name.startsWith('Korea') ? name : name.charAt(0).toLowerCase() + name.slice(1);
