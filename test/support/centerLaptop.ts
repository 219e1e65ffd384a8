import type { DeviceId, RecordId } from '../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../shared/records/builtIn.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import { Replica } from './exchange.ts';

export const bulgaria = builtInCenterId('BG10');

/** An installation as it is after the first run. */
export function replica(device: string, seed: number): Replica {
  const one = new Replica(device as DeviceId, seed);
  one.records = overlaySet(one.records, builtInChanges());
  return one;
}

/** A center's laptop with an organization, an expert and two consultations. */
export function centerLaptop() {
  const laptop = replica('centerlaptop', 1);
  const ministry = laptop.create('organization', {
    name: { en: 'Ministry of Examples', ko: '예시부' },
    type: 'ministry',
    country: 'BG',
  });
  const expert = laptop.create('person', { name: { en: 'Gildong Hong', ko: '홍길동' }, gender: 'male' });
  const first = laptop.create('consultation', consultationOf(ministry, expert, '2026-11-02', 'Data sharing'));
  const second = laptop.create(
    'consultation',
    consultationOf(ministry, expert, '2026-11-09', 'Cloud policy'),
  );
  return { laptop, ministry, expert, first, second };
}

const consultationOf = (ministry: RecordId, expert: RecordId, date: string, topic: string) => ({
  center: bulgaria,
  date,
  experts: [expert],
  client: ministry,
  topic,
  field: 'strategy',
  mode: 'visit',
  question: 'How do other countries do it?',
  advice: 'Start with a law.',
  result: 'none',
});
