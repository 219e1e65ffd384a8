import { addDays } from '../../shared/core/dates.ts';
import { type DeviceId, newChangeSetId, newRecordId, type RecordId } from '../../shared/core/ids.ts';
import { builtInCenterId } from '../../shared/records/builtIn.ts';
import { definitionOf } from '../../shared/records/registry.ts';
import { changeSetToPayload } from '../../shared/sync/changeSet.ts';
import { planCreate } from '../../shared/sync/planEdit.ts';
import { HybridClock } from '../../shared/sync/stamp.ts';
import { countingRandom } from './exchange.ts';

const consultation = definitionOf('consultation');

/** Journal payloads of so many consultations, each saved by itself, as centers write them. */
export function consultationPayloads(count: number, seed = 1): readonly string[] {
  const random = countingRandom(seed);
  let now = Date.UTC(2026, 0, 5, 9);
  const clock = { now: () => now };
  const stamps = new HybridClock('samplelaptop' as DeviceId, clock);
  return Array.from({ length: count }, (_, index) => {
    now += 60_000;
    const creation = { id: newRecordId(clock, random), by: 'Test Person', at: now };
    const changes = planCreate(consultation, values(index), creation, () => stamps.issue());
    return changeSetToPayload({
      id: newChangeSetId(clock, random),
      kind: 'edit',
      at: now,
      by: 'Test Person',
      changes,
      versions: { consultation: consultation.version },
    });
  });
}

/** Journal payload of a record that names a file of evidence. */
export function evidencePayload(sha256: string, seed = 100): string {
  const random = countingRandom(seed);
  const clock = { now: () => Date.UTC(2026, 0, 6, 9) };
  const stamps = new HybridClock('samplelaptop' as DeviceId, clock);
  const evidence = definitionOf('evidence');
  const named = { center: builtInCenterId('BG10'), fileName: 'hall.jpg', kind: 'photo', sha256 };
  const creation = { id: newRecordId(clock, random), by: 'Test Person', at: clock.now() };
  return changeSetToPayload({
    id: newChangeSetId(clock, random),
    kind: 'edit',
    at: clock.now(),
    by: 'Test Person',
    changes: planCreate(evidence, named, creation, () => stamps.issue()),
    versions: { evidence: evidence.version },
  });
}

const values = (index: number) => ({
  center: builtInCenterId('BG10') satisfies RecordId,
  date: addDays('2016-01-04', index % 3600),
  topic: `Exchange of documents between agencies, part ${index + 1}`,
  field: ['strategy', 'security', 'data', 'localGovernment'][index % 4] ?? '',
  mode: ['visit', 'online', 'written', 'phone'][index % 3] ?? '',
  question: `How should agency ${index + 1} exchange documents, and which law must be changed first? ${'기관 간 전자문서 유통 절차와 법적 근거를 문의함. '.repeat(2)}`,
  advice: `Begin with a decree on electronic documents, then connect the registers one by one. ${'전자문서 유통 표준을 먼저 정하고 단계적으로 연계할 것을 권고함. '.repeat(2)}`,
  hours: (index % 16) / 2 + 0.5,
  result: 'accepted',
});
