import { decimalToNumber } from '../core/decimal.ts';
import type { Label, Language } from '../core/language.ts';
import { fillMessage } from '../messages/message.ts';
import type { Account } from './settlement.ts';

/** What the parts of a settlement are called, on the screen, on paper and in a workbook. */
export const settlementLabels = {
  title: { en: 'Settlement of the budget', ko: '예산 정산서' },
  source: { en: 'Source', ko: '재원' },
  basis: { en: 'Basis', ko: '기준' },
  opening: { en: 'Brought forward', ko: '이월액' },
  income: { en: 'Received', ko: '수입액' },
  spending: { en: 'Spent', ko: '집행액' },
  closing: { en: 'Balance', ko: '잔액' },
  total: { en: 'Total', ko: '합계' },
  planned: { en: 'Planned', ko: '계획 예산' },
  left: { en: 'Left', ko: '잔액' },
  share: { en: 'Execution rate', ko: '집행률' },
  category: { en: 'Category', ko: '비목' },
  received: { en: 'Money received, as entered', ko: '입력된 수령액' },
  agreed: {
    en: 'Agreed contribution: nothing entered as received by then',
    ko: '합의된 분담금(기간 말까지 입력된 수령액 없음)',
  },
  asSpent: {
    en: 'As spent: no sum in US dollars is agreed',
    ko: '미화 기준 합의액 없음, 집행액을 수입으로 계상',
  },
  advanced: {
    en: 'US$ {amount} of what is brought forward was spent before the first entry of money received ({date}), while the agreed contribution or the spending itself counted as received. Enter instalments that arrived earlier.',
    ko: '이월액 가운데 {amount}달러는 최초 수령 내역({date}) 이전의 집행액으로, 당시에는 합의된 분담금 또는 집행액을 수입으로 계상하였습니다. 그 전에 받은 금액이 있으면 입력하세요.',
  },
  toBeDiscussed: {
    en: 'As spent: contribution to be discussed',
    ko: '분담 협의 예정, 집행액을 수입으로 계상',
  },
  unconverted: {
    en: 'Paid or received without an exchange rate; in no sum above',
    ko: '환율이 없어 위 합계에 포함하지 않은 금액',
  },
  entries: { en: 'Entries', ko: '집행 내역' },
  receipts: { en: 'Money received', ko: '수령 내역' },
  number: { en: 'No.', ko: '번호' },
  date: { en: 'Date', ko: '날짜' },
  description: { en: 'Description', ko: '적요' },
  paid: { en: 'Paid', ko: '지급액' },
  arrived: { en: 'Amount', ko: '수령액' },
  currency: { en: 'Currency', ko: '통화' },
  rate: { en: 'Rate for US$ 1', ko: '적용 환율(1달러당)' },
  dollars: { en: 'US dollars', ko: '미화 환산액' },
  evidence: { en: 'Evidence', ko: '증빙 목록' },
  evidenceNumbers: { en: 'Evidence', ko: '증빙' },
  noEvidence: { en: 'none entered', ko: '증빙 없음' },
  noRate: { en: 'no rate', ko: '환율 없음' },
  rates: { en: 'Exchange rates used', ko: '적용 환율' },
  entryCount: { en: 'Entries', ko: '건수' },
  rule: {
    en: 'In US dollars; each entry is converted at the rate of its day and rounded to the cent. Money entered as received counts on its day, and what is given in kind when it is used; in a period that ends before a source’s first such entry, its agreed contribution counts as received whole on the first day of operation. Amounts without a rate are in no sum.',
    ko: '단위는 미국 달러이며, 내역마다 기준일 환율로 환산하여 센트 단위로 반올림합니다. 수령으로 입력한 금액은 받은 날에, 현물은 사용한 때에 수입으로 계상합니다. 재원별 최초 수령 내역보다 먼저 끝난 기간에는 합의된 분담금을 운영 시작일에 전액 수입으로 계상합니다. 환율이 없는 금액은 합계에 포함하지 않습니다.',
  },
} as const satisfies Readonly<Record<string, Label>>;

/** On which basis a source is settled. */
export const basisLabel = ({ basis, state }: Pick<Account, 'basis' | 'state'>): Label =>
  settlementLabels[basis === 'asSpent' && state === 'toBeDiscussed' ? 'toBeDiscussed' : basis];

/** What an auditor has to know of a source's balance brought forward; null where it needs no words. */
export function advanceNote({ advanced }: Pick<Account, 'advanced'>, language: Language): string | null {
  if (advanced === null) return null;
  const amount = dollars.format(decimalToNumber(advanced.amount));
  return fillMessage(settlementLabels.advanced, language, { amount, date: advanced.receivedOn });
}

const dollars = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
