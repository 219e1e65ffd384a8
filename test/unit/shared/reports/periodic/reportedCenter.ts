import { expect } from 'vitest';
import type { IsoDate } from '../../../../../shared/core/dates.ts';
import type { RecordId } from '../../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { type RecordOf, recordOf } from '../../../../../shared/records/recordsOf.ts';
import { definitionOf, type RecordType, type ValuesByType } from '../../../../../shared/records/registry.ts';
import { planAccept, planReturn, planSubmit } from '../../../../../shared/reports/periodic/reportSteps.ts';
import {
  type SealedReport,
  sealedReportOf,
  sealHash,
  sealText,
} from '../../../../../shared/reports/periodic/sealedReport.ts';
import { textToPieces } from '../../../../../shared/reports/periodic/sealedText.ts';
import { overlaySet } from '../../../../../shared/sync/overlay.ts';
import { planCreate } from '../../../../../shared/sync/planEdit.ts';
import { centerReplica } from '../../../../support/batch.ts';
import { replica } from '../../../../support/centerLaptop.ts';
import type { Replica } from '../../../../support/exchange.ts';

export const center = builtInCenterId('BG10');

/** Headquarters, which has nothing but the built-in centers. */
export function office(): Replica {
  return replica('headquarters', 9);
}

/** A center's laptop with two consultations, a training, and a draft of its report of the first half of 2026. */
export function laptopWithReport(): { readonly laptop: Replica; readonly id: RecordId } {
  const laptop = centerReplica('sofialaptop0', 'BG10', 1);
  return { laptop, id: reportedQuarter(laptop) };
}

/** A draft of the report of the first quarter of 2026. */
export const reportedQuarter = (laptop: Replica): RecordId =>
  laptop.create('report', {
    center,
    kind: 'quarterly',
    from: '2026-01-01',
    to: '2026-03-31',
    status: 'draft',
    summary: { en: 'A quiet quarter.', ko: '조용한 분기였습니다.' },
  });

let samples = 0;

export function createSample<Type extends RecordType>(at: Replica, type: Type, values: ValuesByType[Type]) {
  samples += 1;
  const id = builtInCenterId(`sample ${type} ${samples}`);
  const creation = { id, by: 'Sample', at: at.now, sample: true };
  at.commit('edit', planCreate(definitionOf(type), values, creation, at.issue));
  return id;
}

export function submit(laptop: Replica, id: RecordId): void {
  const planned = planSubmit(laptop.records, id, contextOf(laptop, 'Head'), laptop.issue);
  if (!planned.ok) throw new Error(planned.error);
  laptop.records = overlaySet(laptop.records, planned.value);
}

/** Seals as the third format did. */
export function submitByThirdRules(laptop: Replica, report: RecordId, asOf: IsoDate = '2026-04-07'): void {
  const now = sealedReportOf(laptop.records, reportIn(laptop, report), asOf, { rules: 'third' });
  if (now === null) throw new Error('no seal');
  const sealed: SealedReport = { ...now, format: 3 };
  const hash = sealHash(sealed);
  const [content = '', ...more] = textToPieces(sealText(sealed));
  expect(more).toEqual([]);
  laptop.create('sealPart', { center, report, hash, part: 1, parts: 1, content });
  laptop.edit('report', report, { status: 'submitted', submittedOn: asOf, snapshotHash: hash });
}

export function sendBack(at: Replica, id: RecordId, note: string): void {
  const planned = planReturn(at.records, id, note, contextOf(at, 'Officer'), at.issue);
  if (!planned.ok) throw new Error(planned.error);
  at.records = overlaySet(at.records, planned.value);
}

export function accept(at: Replica, id: RecordId): void {
  const planned = planAccept(at.records, id, contextOf(at, 'Officer'), at.issue);
  if (!planned.ok) throw new Error(planned.error);
  at.records = overlaySet(at.records, planned.value);
}

export function reportIn(at: Replica, id: RecordId): RecordOf<'report'> {
  const report = recordOf(at.records, 'report', id);
  if (report === null) throw new Error('no report');
  return report;
}

export function contextOf({ now: at }: Replica, by: string) {
  return { by, at, zone: 'Europe/Sofia', today: '2026-04-07' };
}
