import { isCurrency } from '../../schema/codecs/money.ts';
import { type MoneyUnit, parseMoneyUnit } from './moneyUnit.ts';

/** Units in a text, and whether it speaks of a factor besides that was not understood. */
export interface ReadUnits {
  readonly units: readonly MoneyUnit[];
  readonly isDoubtful: boolean;
}

/**
 * How much of a text speaks of money: a header of amounts and what stands behind “단위:” do in any case, so that each
 * number there may be a factor; a title is prose.
 */
export type UnitContext = 'header' | 'statement' | 'title';

/** The units in a text without brackets: the whole of it is one, else each of its parts. */
export function unitsIn(text: string, context: UnitContext): ReadUnits {
  if (text.length > longestUnit) return { units: [], isDoubtful: holdsFactor(text, context) };
  if (parseMoneyUnit(text) !== null) return unitIn(text, context);
  // A comma before a digit parts thousands.
  const parts = text.split(/[/·;|]|,(?!\d)/u).map((part) => unitIn(part.trim(), context));
  return {
    units: parts.flatMap(({ units }) => units),
    isDoubtful: parts.some(({ isDoubtful }) => isDoubtful),
  };
}

function unitIn(text: string, context: UnitContext): ReadUnits {
  if (text === '' || countsOther.test(text)) return none;
  const unit = parseMoneyUnit(text);
  // A number in a title is no unit.
  if (unit !== null && context === 'title' && /^[\d.,' ]+$/u.test(text)) return none;
  if (unit !== null) {
    return isSure(unit, text, context)
      ? { units: [unit], isDoubtful: false }
      : { units: [], isDoubtful: true };
  }
  // A currency, with its factor or without, stands behind other words: “VAT 포함 천원”, “Amount in USD”.
  for (const { index } of context === 'title' ? [] : text.matchAll(/[\s_:–-]+/gu)) {
    const tail = parseMoneyUnit(text.slice(index));
    if (tail === null || tail.currency === null || !isSure(tail, text.slice(index), context)) continue;
    return { units: [tail], isDoubtful: holdsFactor(text.slice(0, index), context) };
  }
  return { units: [], isDoubtful: holdsFactor(text, context) };
}

/** Longer texts are prose. */
const longestUnit = 300;
const none: ReadUnits = { units: [], isDoubtful: false };

/** “천명” counts people. */
const countsOther =
  /^(?:천|만|십만|백만|thousands? of|1,?000)?\s*(?:명|인|개|개소|건|회|차|시간|일|박|개월|년|점|과정|기관|국|개국|km|㎡|m2|%|persons?|people|participants?|hours?|days?)$/iu;

/** Whether “단위:” is said of people, pieces or shares alone. */
export const isOfOtherThings = (text: string): boolean =>
  text.split(/[/·;|,]/u).every((part) => countsOther.test(part.trim()));

/** “(USD 10,000)” is an amount as well as a unit, and “천” alone hardly the whole of one. */
function isSure({ currency, factor }: MoneyUnit, text: string, context: UnitContext): boolean {
  if (context === 'statement') return true;
  const written = /(?<![\d.,])10{0,2}(?:[, .']?000)+/u.test(text) && !/[x×*]\s*1/iu.test(text);
  if (context === 'header') return !written || Math.log10(factor) % 3 === 0;
  const letters = text.replace(/[^\p{L}]/gu, '');
  return !written && (currency !== null || letters.length > 1 || /000/u.test(text));
}

const latinFactor =
  /(?<![\p{L}\d.,'])(?<!\d[\d.,]*\s)(?:thousands?|millions?|billions?|trillions?|mio|mln|mil|mn|bn|tsd|'?000s?)(?![\p{L}\d])/iu;
/** Words of other languages that a person can explain. */
const otherFactor =
  /(?<!\p{L})(?<!\d[\d.,]*\s)(?:тыс|тис|хил|миллион|милион|млн|млрд)|(?<![\p{L}\d])(?<!\d[\d.,]*\s)(?:triệu|nghìn|ngàn|tỷ|millones|milliers|tausend|millionen|juta|ribu|lakhs?|crores?)(?!\p{L})/iu;
const hangulFactor =
  /(?<!\d\s?)(?:천|만|백만|십만|천만|억|십억|백억|천억|조)\s*(?:원|달러|불|유로|엔화|위안|파운드|단위|US\$|[$€£¥₩])/u;
const hangulFactorOfCode =
  /(?<!\d\s?)(?:천|만|백만|십만|천만|억|십억|백억|천억|조)\s*([A-Z]{3})(?![A-Za-z])/u;
const lonelyFactor =
  /(?<![\p{L}\d])(?<!\d\s)(?:천|만|백만|십만|천만|억|십억|백억|천억|조|k|m|mm)(?![\p{L}\d])/iu;
const roundNumber =
  /(?:(?:[$€£¥₩]|원|(?<![A-Za-z])[A-Z]{3}|[x×*])\s*10{0,2}(?:[, .']?000)+(?![\d.,]*\d))|(?:(?<![\d.,])10{0,2}(?:[, .']?000)+\s*(?:[$€£¥₩]|원|달러|불|유로|[A-Z]{3}(?![A-Za-z])|단위))/u;

/** Whether a text speaks of a factor, be it only perhaps. */
export function holdsFactor(text: string, context: UnitContext): boolean {
  const code = hangulFactorOfCode.exec(text)?.[1];
  if (
    latinFactor.test(text) ||
    otherFactor.test(text) ||
    hangulFactor.test(text) ||
    (code !== undefined && isCurrency(code))
  )
    return true;
  if (context === 'title') return roundNumber.test(text);
  return lonelyFactor.test(text) || [...text.matchAll(/\d[\d.,']*/gu)].some(([number]) => isNoYear(number));
}

/** Small numbers count things, and years and months are of the calendar. */
function isNoYear(number: string): boolean {
  if (/^(?:19|20)\d\d(?:[.,]?\d{1,2}){0,2}[.,]?$/u.test(number)) return false;
  return /^0/u.test(number) ? /000/u.test(number) : Number(number.replace(/[,']/gu, '')) >= 100;
}
