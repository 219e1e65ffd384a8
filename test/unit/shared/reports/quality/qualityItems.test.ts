import { describe, expect, it } from 'vitest';
import { qualityTarget } from '../../../../../renderer/stores/qualityTarget.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { type RecordSet, recordSetOf } from '../../../../../shared/records/recordSet.ts';
import {
  countBySeverity,
  fieldOf,
  type QualityItem,
  qualityItems,
} from '../../../../../shared/reports/quality/qualityItems.ts';
import type { QualityMemory } from '../../../../../shared/reports/quality/qualityMemory.ts';
import { findingText } from '../../../../../shared/schema/validate.ts';
import type { StoredRecord } from '../../../../../shared/sync/record.ts';
import { storedRecordOf } from '../../../../support/recordGenerators.ts';
import { sampleProgramme, sampleToday } from '../../../../support/sampleProgramme.ts';

const today = '2026-11-23';
const id = (name: string) => derivedRecordId('quality', name);
const centerValues = { code: 'BG10', programme: 'egcc', country: 'BG', phase: 1, status: 'unconfirmed' };
const center = storedRecordOf('center', id('center'), centerValues);
const kim = storedRecordOf('person', id('kim'), { name: { en: 'Kim' } });
const ministry = storedRecordOf('organization', id('ministry'), {
  name: { en: 'Ministry', ko: '부처' },
  type: 'ministry',
  country: 'BG',
});
const consultation = storedRecordOf('consultation', id('log'), {
  center: center.id,
  date: '2026-01-01',
  experts: [kim.id],
  client: ministry.id,
  mode: 'visit',
  topic: 'Portal',
  field: 'data',
  question: 'How?',
  advice: 'So.',
  result: 'none',
});
const base = [center, kim, ministry, consultation];
const found = (records: readonly StoredRecord[], centerId = center.id): readonly QualityItem[] =>
  qualityItems(recordSetOf(records), { today, centerId });
const lines = (items: readonly QualityItem[]) =>
  items.map(({ kind, severity, type, finding }) => `${severity} ${kind} ${type} ${finding.field}`);

describe('what is to be mended', () => {
  it('is nothing where all is in order', () => {
    expect(found(base)).toEqual([]);
  });

  it('notes evidence of which nothing says the day, so that no report lists it', () => {
    const file = (name: string, values: object = {}) =>
      storedRecordOf('evidence', id(name), {
        center: center.id,
        fileName: `${name}.pdf`,
        kind: 'report',
        sensitivity: 'internal',
        keptAt: 'Folder 3',
        ...values,
      });
    const named = { ...consultation, values: { ...consultation.values, evidenceFiles: [id('named')] } };
    const files = [
      file('loose'),
      file('dated', { takenOn: '2026-01-02' }),
      file('named'),
      file('names', { sensitivity: 'personal' }),
    ];
    const items = found([center, kim, ministry, named, ...files]);
    expect(lines(items)).toEqual(['note values evidence takenOn']);
    expect(items[0]?.id).toBe(id('loose'));
    expect(items.map(({ finding }) => findingText(finding, 'ko'))).toEqual([
      '작성일이 없고 날짜가 있는 기록에 연결되어 있지도 않아 어느 보고서의 증빙 목록에도 나오지 않습니다. 작성일을 입력하거나 해당 기록에 첨부하세요.',
    ]);
  });

  it('names reports that are late, begun or not, and returned ones, each with the page on which it is written', () => {
    const operating = storedRecordOf('center', id('center'), {
      ...centerValues,
      operationStart: '2026-08-01',
    });
    const reportOf = (name: string, from: string, to: string, values: object) =>
      storedRecordOf('report', id(name), { center: center.id, kind: 'monthly', from, to, ...values });
    const records = [
      operating,
      kim,
      ministry,
      reportOf('august', '2026-08-01', '2026-08-31', { status: 'returned', returnNote: 'Say more.' }),
      reportOf('september', '2026-09-01', '2026-09-30', { status: 'draft', dueOn: '2026-10-07' }),
      reportOf('october', '2026-10-01', '2026-10-31', { status: 'draft' }),
    ];
    const overdue = found(records).filter(({ kind }) => kind === 'overdue');
    expect(
      overdue
        .map(({ type, id: of, finding: { code }, report }) => [type, of, code, report?.kind, report?.from])
        .sort((a, b) => (`${a}` < `${b}` ? -1 : 1)),
    ).toEqual(
      [
        ['center', center.id, 'REPORT_NOT_BEGUN quarterly 2026-07-01', 'quarterly', '2026-07-01'],
        ['report', id('august'), 'REPORT_RETURNED', 'monthly', '2026-08-01'],
        ['report', id('september'), 'REPORT_LATE', 'monthly', '2026-09-01'],
        ['report', id('october'), 'REPORT_LATE', 'monthly', '2026-10-01'],
      ].sort((a, b) => (`${a}` < `${b}` ? -1 : 1)),
    );
    const unbegun = overdue.find(({ type }) => type === 'center');
    expect(unbegun && [findingText(unbegun.finding, 'en'), findingText(unbegun.finding, 'ko')]).toEqual([
      'Quarterly report, 2026-07-01 – 2026-09-30: it was due on 2026-10-14, and nobody began it. Write and submit it.',
      '분기 보고서(2026-07-01~2026-09-30): 제출 기한(2026-10-14)이 지났지만 작성을 시작하지 않았습니다. 작성하여 제출하세요.',
    ]);
    expect(unbegun && qualityTarget(unbegun)).toMatchObject({ to: '/reports' });
  });

  it('names what a rule and the evidence list both find once, and trainings and receipts that only the list knows', () => {
    const records = [
      ...base,
      storedRecordOf('consultation', id('adopted'), { ...consultation.values, result: 'adopted' }),
      storedRecordOf('training', id('training'), {
        center: center.id,
        title: { en: 'Course', ko: '과정' },
        kind: 'local',
        start: '2026-01-05',
        end: '2026-01-06',
        attendance: { female: 3, male: 2, other: 0, undisclosed: 0 },
      }),
    ];
    expect(lines(found(records))).toEqual([
      'warning evidence consultation evidenceNote',
      'warning evidence training evidenceFiles',
    ]);
  });

  it('names overdue actions, decisions and milestones with their day and the field where a new one is agreed', () => {
    const meeting = storedRecordOf('meeting', id('meeting'), {
      center: center.id,
      kind: 'committee',
      date: '2026-01-10',
      minutes: 'Agreed.',
    });
    const records = [
      ...base,
      meeting,
      storedRecordOf('consultation', id('late'), {
        ...consultation.values,
        nextAction: 'Send the draft',
        nextActionDue: '2026-02-01',
      }),
      storedRecordOf('decision', id('decision'), {
        center: center.id,
        meeting: meeting.id,
        text: 'Begin',
        owner: 'korea',
        due: '2026-03-01',
        status: 'open',
      }),
    ];
    const items = found(records).filter(({ kind }) => kind === 'overdue');
    expect(lines(items)).toEqual([
      'warning overdue decision due',
      'warning overdue consultation nextActionDue',
    ]);
    const last = items.at(-1);
    expect(last === undefined ? '' : findingText(last.finding, 'en')).toBe(
      'The next action was due on 2026-02-01: Send the draft. Do it and enter “Done on”, or agree on another day.',
    );
  });

  it('asks for the other language of names as a note, of a report’s texts as a warning until it is accepted', () => {
    const project = storedRecordOf('project', id('project'), {
      center: center.id,
      title: { ko: '포털' },
      field: 'data',
      kind: 'pilot',
      status: 'proposed',
    });
    const report = (status: string) =>
      storedRecordOf('report', id('report'), {
        center: center.id,
        kind: 'monthly',
        from: '2026-10-01',
        to: '2026-10-31',
        status,
        summary: { en: 'Quiet.' },
        submittedOn: '2026-11-02',
        snapshotHash: 'a'.repeat(64),
      });
    const items = found([...base, project, report('draft')]);
    expect(lines(items)).toEqual(['warning translation report summary', 'note translation project title']);
    const [first] = items;
    expect(first === undefined ? '' : findingText(first.finding, 'ko')).toBe(
      '‘요약’이(가) 영어로만 작성되어 있습니다. 두 언어의 문서가 모두 완전하도록 한국어로도 입력하세요.',
    );
    expect(lines(found([...base, report('accepted')]))).toEqual([]);
    expect(countBySeverity(items)).toEqual({ error: 0, warning: 1, note: 1 });
  });

  it('names the steps that a center left behind, and none of one whose status is to be confirmed', () => {
    const opening = { ...center, values: { ...centerValues, status: 'opening', relationship: 'Good.' } };
    const steps = found([opening]).map(({ kind, step }) => `${kind} ${step?.stage} ${step?.key}`);
    expect(steps).toEqual([
      'milestone selection willingness',
      'milestone selection strategicDecision',
      'milestone selection highLevelDialogue',
      'milestone selection mou',
    ]);
  });

  it('keeps to one center: its own record, its entries, and what belongs to none', () => {
    const elsewhere = storedRecordOf('center', id('elsewhere'), {
      ...centerValues,
      code: 'VN11',
      country: 'VN',
      status: 'opening',
    });
    const nameless = storedRecordOf('person', id('nameless'), {});
    const event = storedRecordOf('event', id('event'), { center: elsewhere.id });
    const records = [...base, elsewhere, nameless, event];
    expect(lines(found(records))).toEqual(['error values person name']);
    const all = qualityItems(recordSetOf(records), { today });
    expect(all.filter(({ type }) => type === 'event')).toHaveLength(4);
    expect(all.filter(({ kind }) => kind === 'milestone')).toHaveLength(5);
  });

  it('leads to a field of the form wherever it names one', () => {
    const { set } = sampleProgramme();
    const items = qualityItems(set, { today: sampleToday });
    expect(items.length).toBeGreaterThan(100);
    expect(items.filter((item) => fieldOf(item) === null)).toEqual([]);
  });
});

describe('the memory of what was found', () => {
  const { set } = sampleProgramme();
  const withEdit = (type: string, edit: (record: StoredRecord) => StoredRecord): RecordSet => {
    const [first, ...others] = set.all(type);
    if (first === undefined) throw new Error(`no ${type}`);
    const records = [edit(first), ...others];
    return { ...set, all: (asked) => (asked === type ? records : set.all(asked)) };
  };

  it('answers an unchanged set from memory, without looking through the records', () => {
    const memory: QualityMemory = new Map();
    const before = qualityItems(set, { today: sampleToday, memory });
    const asked = new Set<string>();
    const watched: RecordSet = {
      ...set,
      all: (type) => {
        asked.add(type);
        return set.all(type);
      },
    };
    expect(qualityItems(watched, { today: sampleToday, memory })).toEqual(before);
    const known = new Map(memory);
    qualityItems(watched, { today: sampleToday, memory });
    for (const [type, remembered] of memory) expect(remembered, type).toBe(known.get(type));
  });

  it('says after an edit of any type what a fresh look says', () => {
    const memory: QualityMemory = new Map();
    qualityItems(set, { today: sampleToday, memory });
    for (const type of [
      'center',
      'consultation',
      'planLine',
      'meeting',
      'person',
      'organization',
      'report',
    ]) {
      const edited = withEdit(type, (record) => ({ ...record, values: {} }));
      const remembered = qualityItems(edited, { today: sampleToday, memory });
      expect(remembered, type).toEqual(qualityItems(edited, { today: sampleToday }));
      expect(remembered.length, type).toBeGreaterThan(0);
    }
  });

  it('asks again on another day and for another center', () => {
    const memory: QualityMemory = new Map();
    qualityItems(set, { today: sampleToday, memory });
    const later = { today: '2027-06-01', centerId: set.all('center')[1]?.id ?? null };
    expect(qualityItems(set, { ...later, memory })).toEqual(qualityItems(set, later));
  });
});
