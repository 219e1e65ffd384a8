import { expect, it } from 'vitest';
import { peopleTexts } from '../../../../../renderer/features/people/peopleTexts.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../../shared/records/recordSet.ts';
import { indicatorTable } from '../../../../../shared/reports/indicators.ts';
import { periodOf } from '../../../../../shared/reports/period.ts';
import { storedRecordOf } from '../../../../support/recordGenerators.ts';

const today = '2026-11-23';
const center = derivedRecordId('people texts', 'center');

/** Whether the indicator of reports counts who served in a role. */
function counts(role: 'head' | 'expert' | 'coordinator' | 'localStaff'): boolean {
  const served = storedRecordOf('assignment', derivedRecordId('people texts', role), {
    center,
    role,
    start: '2026-01-01',
  });
  const period = periodOf('month', '2026-03-01');
  const { indicators } = indicatorTable(recordSetOf([served]), { period, today, centerIds: [center] });
  return (indicators.find(({ key }) => key === 'dispatchMonths')?.total.value ?? 0) > 0;
}

it.each([
  ['head', 'heads', '센터장'],
  ['expert', 'experts', '전문가'],
  ['coordinator', 'coordinators', '코디네이터'],
  ['localStaff', 'local staff', '현지 직원'],
] as const)('the caption of person-months says whether the indicator counts a %s', (role, en, ko) => {
  const [inEnglish, inKorean] = [peopleTexts.entries.monthsCaption.en, peopleTexts.entries.monthsCaption.ko];
  expect([inEnglish.includes(en), inKorean.includes(ko)]).toEqual([counts(role), counts(role)]);
});
