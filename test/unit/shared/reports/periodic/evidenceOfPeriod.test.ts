import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../../shared/core/dates.ts';
import type { RecordId } from '../../../../../shared/core/ids.ts';
import type { ValuesByType } from '../../../../../shared/records/registry.ts';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { differenceLine } from '../../../../../shared/reports/periodic/differenceTexts.ts';
import { reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { center, laptopWithReport, submit, submitByThirdRules } from './reportedCenter.ts';

const file = (laptop: Replica, fileName: string, values: ValuesByType['evidence'] = {}): RecordId =>
  laptop.create('evidence', { center, fileName, kind: 'report', sensitivity: 'internal', ...values });

/** Files that say no day of their own, as PDFs, named by records of the quarter and by others. */
function withFiles() {
  const { laptop, id } = laptopWithReport();
  const name = (type: string, values: object, fileName: string, own: ValuesByType['evidence'] = {}) => {
    const evidence = file(laptop, fileName, own);
    laptop.create(type, { center, ...values, evidenceFiles: [evidence] });
    return evidence;
  };
  const meeting = (date: IsoDate) => ({ date, kind: 'steering' });
  const minutes = name('meeting', meeting('2026-02-10'), 'minutes.pdf');
  name('meeting', meeting('2025-12-31'), 'before.pdf');
  name('meeting', meeting('2026-03-30'), 'agenda.pdf');
  name('meeting', meeting('2026-02-11'), 'of another day.pdf', { takenOn: '2025-11-01' });
  name('meeting', meeting('2026-02-12'), 'names.pdf', { sensitivity: 'personal' });
  const milestone = { kind: 'midTermReview', stage: 'operation', status: 'done', plannedOn: '2025-09-01' };
  name('milestone', { ...milestone, doneOn: '2026-01-20' }, 'review.pdf');
  const twice = name('event', { date: '2026-03-05', title: { en: 'Forum' }, kind: 'forum' }, 'twice.pdf');
  laptop.create('meeting', { center, ...meeting('2026-02-20'), evidenceFiles: [twice] });
  file(laptop, 'of nothing.pdf');
  file(laptop, 'photo.jpg', { takenOn: '2026-02-25', kind: 'photo' });
  return { laptop, id, minutes };
}

function toldIn(laptop: Replica, asOf: IsoDate, from = '2026-01-01', to = '2026-03-31') {
  const request = { kind: 'quarterly', from, to, centerIds: [center], asOf } as const;
  const section = reportContent(laptop.records, request).sections.find(({ key }) => key === 'evidence');
  const files = section?.tables[0]?.rows.map(({ cells: [, , fileName] }) => fileName);
  return {
    draft: section?.draft,
    files: files?.map((cell) => (cell !== null && typeof cell === 'object' ? cell.en : cell)),
  };
}

describe('the evidence of a report', () => {
  it('is of the day of the earliest record that names it, where it says none itself', () => {
    const { laptop } = withFiles();
    expect(toldIn(laptop, '2026-03-20')).toEqual({
      files: ['review.pdf', 'minutes.pdf', 'twice.pdf', 'photo.jpg'],
      draft: {
        en: 'Pieces of evidence from the period, without those that hold personal data: 4.',
        ko: '보고 기간의 증빙은 개인정보가 담긴 것을 제외하고 4건입니다.',
      },
    });
    expect(toldIn(laptop, '2026-03-30').files).toContain('agenda.pdf');
    expect(toldIn(laptop, '2026-04-07', '2025-10-01', '2025-12-31').files).toEqual([
      'of another day.pdf',
      'before.pdf',
    ]);
  });

  it('is sealed with the period, changes in it are told, and nothing of what is personal since', () => {
    const { laptop, id, minutes } = withFiles();
    submit(laptop, id);
    const [correction] = correctionsOf(laptop.records);
    expect(correction?.differences).toEqual([]);
    expect(correction?.sealed?.records.map((record) => record.id)).toContain(minutes);
    laptop.edit('evidence', minutes, { description: 'Signed' });
    const lines = () =>
      (correctionsOf(laptop.records)[0]?.differences ?? []).map((one) => [
        one.origin,
        differenceLine(one, 'en'),
      ]);
    expect(lines()).toEqual([['period', 'Evidence · minutes.pdf · Description: – → Signed']]);
    laptop.edit('evidence', minutes, { sensitivity: 'personal' });
    expect(lines()).toEqual([]);
  });

  it('makes no difference to a report that was sealed when it had to say its day', () => {
    const { laptop, id } = withFiles();
    submitByThirdRules(laptop, id);
    const [correction] = correctionsOf(laptop.records);
    const section = correction?.sealed?.sections.find(({ key }) => key === 'evidence');
    expect(section?.tables[0]?.rows).toHaveLength(1);
    expect(correction?.differences).toEqual([]);
  });
});
