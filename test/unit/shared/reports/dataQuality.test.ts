import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { dataQuality } from '../../../../shared/reports/dataQuality.ts';
import { findingText } from '../../../../shared/schema/validate.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const today = '2026-11-23';
const id = (name: string) => derivedRecordId('test', name);
const center = storedRecordOf('center', id('center'), {
  code: 'BG10',
  programme: 'egcc',
  country: 'BG',
  phase: 1,
  status: 'closed',
});
const kim = storedRecordOf('person', id('kim'), { name: { en: 'Kim' } });
const ministry = storedRecordOf('organization', id('ministry'), {
  name: { en: 'Ministry' },
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
const summary = (items: ReturnType<typeof dataQuality>) =>
  items.map(({ type, finding }) => `${finding.level} ${type} ${finding.code} ${finding.field}`);

describe('data quality', () => {
  it('finds nothing in a set that is in order', () => {
    expect(dataQuality(recordSetOf([center, kim, ministry, consultation]), { today })).toEqual([]);
  });

  it('finds references to records that are deleted or missing', () => {
    const set = recordSetOf([center, { ...kim, deleted: true }, consultation]);
    const items = dataQuality(set, { today });
    expect(summary(items)).toEqual([
      'warning consultation DANGLING_REFERENCE experts',
      'warning consultation DANGLING_REFERENCE client',
    ]);
    const [first] = items;
    expect(first).toBeDefined();
    if (first === undefined) return;
    expect(findingText(first.finding, 'en')).toContain('“Experts” names 1 record(s)');
    expect(findingText(first.finding, 'ko')).toContain('‘전문가’');
  });

  it('finds evidence that is named and not there', () => {
    const proven = storedRecordOf('consultation', id('log'), {
      ...consultation.values,
      evidenceFiles: [id('file')],
    });
    const items = dataQuality(recordSetOf([center, kim, ministry, proven]), { today });
    expect(summary(items)).toEqual(['warning consultation DANGLING_REFERENCE evidenceFiles']);
  });

  it('puts errors first and passes over deleted records', () => {
    const person = storedRecordOf('person', id('nameless'), { phone: '+359' });
    const event = storedRecordOf('event', id('event'), { center: center.id });
    const set = recordSetOf([center, person, event, { ...consultation, deleted: true }]);
    expect(summary(dataQuality(set, { today }))).toEqual([
      'error person REQUIRED name',
      'error event REQUIRED title',
      'error event REQUIRED kind',
      'error event REQUIRED date',
      'error event REQUIRED role',
      'warning person CONSENT_MISSING consent',
    ]);
  });

  it('keeps to one center and what belongs to none, and leaves samples out when asked', () => {
    const person = storedRecordOf('person', id('nameless'), {});
    const elsewhere = storedRecordOf('event', id('event'), { center: id('other center') });
    const sample = { ...storedRecordOf('person', id('sample'), {}), sample: true };
    const set = recordSetOf([center, person, elsewhere, sample]);
    const idsOf = (items: ReturnType<typeof dataQuality>) => [...new Set(items.map((item) => item.id))];
    expect(idsOf(dataQuality(set, { today, centerId: center.id }))).toEqual([person.id, sample.id]);
    expect(idsOf(dataQuality(set, { today, includeSample: false }))).toEqual([person.id, elsewhere.id]);
  });
});
