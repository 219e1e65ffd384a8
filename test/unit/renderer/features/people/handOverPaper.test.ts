import { describe, expect, it } from 'vitest';
import { handOverPaper } from '../../../../../renderer/features/people/handOverPaper.ts';
import { derivedRecordId, type RecordId } from '../../../../../shared/core/ids.ts';
import { allRecords, recordSetOf } from '../../../../../shared/records/recordSet.ts';
import { openWorkOf } from '../../../../../shared/reports/openWork.ts';
import { storedRecordOf } from '../../../../support/recordGenerators.ts';

const id = (name: string) => derivedRecordId('sheet', name);
const center = id('center');
const set = recordSetOf([
  storedRecordOf('center', center, { country: 'BG', since: 2010 }),
  storedRecordOf('person', id('seo'), { name: { ko: '서하늘', en: 'Seo Haneul' } }),
  storedRecordOf('person', id('moon'), { name: { en: 'Moon Sora' } }),
  storedRecordOf('project', id('portal'), {
    center,
    title: { en: 'Portal pilot', ko: '포털 시범사업' },
    status: 'running',
    end: '2026-12-31',
    responsible: id('seo'),
  }),
  storedRecordOf('consultation', id('visit'), {
    center,
    experts: [id('seo')],
    topic: 'Registers',
    result: 'accepted',
    nextAction: 'Send the model law',
  }),
]);
const work = openWorkOf(set, id('seo'), { today: '2026-11-23' });

describe('the handover sheet', () => {
  it('says in both languages who hands what to whom', () => {
    const paper = handOverPaper(set, { from: id('seo'), to: id('moon'), date: '2026-11-23', work });
    expect(paper).toMatchObject({
      from: { en: 'Seo Haneul', ko: '서하늘' },
      to: { en: 'Moon Sora', ko: 'Moon Sora' },
      centers: [{ en: "Korea-Bulgaria('10)", ko: "한-불가리아('10)" }],
      date: { en: '23 Nov 2026', ko: '2026. 11. 23.' },
      count: 2,
    });
    expect(paper.parts).toEqual([
      {
        type: 'consultation',
        lines: [
          {
            id: id('visit'),
            title: { en: 'Registers', ko: 'Registers' },
            action: { en: 'Send the model law', ko: 'Send the model law' },
            due: null,
            status: { en: 'Accepted', ko: '수용' },
          },
        ],
      },
      {
        type: 'project',
        lines: [
          {
            id: id('portal'),
            title: { en: 'Portal pilot', ko: '포털 시범사업' },
            action: null,
            due: { en: '31 Dec 2026', ko: '2026. 12. 31.' },
            status: { en: 'Running', ko: '진행 중' },
          },
        ],
      },
    ]);
  });

  it('says of a case that is open that no next action is entered', () => {
    const records = recordSetOf([
      storedRecordOf('consultation', id('case'), { center, experts: [id('seo')], topic: 'Digital ID' }),
    ]);
    const open = openWorkOf(records, id('seo'), { today: '2026-11-23' });
    const paper = handOverPaper(records, { from: id('seo'), to: null, date: '2026-11-23', work: open });
    expect(paper.parts[0]?.lines).toMatchObject([
      { title: { en: 'Digital ID' }, action: { en: 'open case without a next action' } },
    ]);
  });

  it('says so when something or somebody on it is of a sample, and only then', () => {
    const of = (sample: RecordId | null, picked = work) => {
      const records = recordSetOf(allRecords(set).map((one) => ({ ...one, sample: one.id === sample })));
      const given = { from: id('seo'), to: id('moon'), date: '2026-11-23', work: picked } as const;
      return handOverPaper(records, given).includesSample;
    };
    expect(of(null)).toBe(false);
    for (const name of ['seo', 'moon', 'portal', 'visit']) expect(of(id(name)), name).toBe(true);
    expect(of(center)).toBe(true);
    // What is not ticked is not on the sheet.
    expect(
      of(
        id('visit'),
        work.filter((one) => one.type === 'project'),
      ),
    ).toBe(false);
  });

  it('is blank for a successor who is not chosen yet, and for nothing ticked', () => {
    const paper = handOverPaper(set, { from: id('seo'), to: null, date: '2026-11-23', work: [] });
    expect(paper).toMatchObject({ to: null, centers: [], parts: [], count: 0 });
  });
});
