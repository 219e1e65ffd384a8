import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { base64ToBytes, bytesToBase64 } from '../../../../../shared/core/base64.ts';
import type { RecordId } from '../../../../../shared/core/ids.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import type { ValuesByType } from '../../../../../shared/records/registry.ts';
import { correctionOf, correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import {
  planAccept,
  planReturn,
  planSubmit,
  planWithdraw,
} from '../../../../../shared/reports/periodic/reportSteps.ts';
import {
  sealedReportOf,
  sealHash,
  sealText,
  shortSeal,
} from '../../../../../shared/reports/periodic/sealedReport.ts';
import { sealedReportFromText } from '../../../../../shared/reports/periodic/sealedReportJson.ts';
import {
  piecesToText,
  sealedContent,
  textToPieces,
} from '../../../../../shared/reports/periodic/sealedText.ts';
import { bytesOf } from '../../../../support/batch.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { documentToGrid } from '../../../../support/exchange.ts';
import {
  accept,
  center,
  contextOf,
  laptopWithReport,
  office,
  reportIn,
  sendBack,
  submit,
} from './reportedCenter.ts';

function consultationOfMarch(laptop: Replica) {
  const found = recordsOf(laptop.records, 'consultation').find(({ values }) => values.date === '2026-03-02');
  if (found === undefined) throw new Error('no consultation');
  return found;
}

function evidenceOfMarch(laptop: Replica, values: ValuesByType['evidence']): RecordId {
  return laptop.create('evidence', { center, kind: 'photo', takenOn: '2026-03-02', ...values });
}

/** Keys sorted at every depth, by code written for this test alone. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${sortedJson(member)}`).join(',')}}`;
}

describe('the seal of a report', () => {
  it('is the SHA-256 of the kept content, as any other program computes it', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    const hash = reportIn(laptop, id).values.snapshotHash ?? '';
    const parts = recordsOf(laptop.records, 'sealPart');
    const packed = parts.map(({ values }) => values.content ?? '').join('');
    const text = inflateRawSync(Buffer.from(packed.replace('deflate:', ''), 'base64')).toString('utf8');
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash);
    const content: unknown = JSON.parse(text);
    expect(sortedJson(content)).toBe(text);
    expect(content).toMatchObject({
      format: 4,
      kind: 'quarterly',
      from: '2026-01-01',
      to: '2026-03-31',
      asOf: '2026-04-07',
      texts: { summary: { en: 'A quiet quarter.', ko: '조용한 분기였습니다.' } },
      records: [{ type: 'consultation', values: { date: '2026-03-02', topic: 'Topic of 2026-03-02' } }],
    });
    expect(text).not.toContain('@BG10.example');
    expect(shortSeal(hash)).toBe(
      `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} ${hash.slice(12, 16)}`,
    );
  });

  it('is not read where it has a section or a text that this version could not show', () => {
    const { laptop, id } = laptopWithReport();
    const sealed = sealedReportOf(laptop.records, reportIn(laptop, id), '2026-04-07');
    if (sealed === null) throw new Error('no seal');
    const [first] = sealed.sections;
    expect(sealedReportFromText(sealText(sealed))).toEqual(sealed);
    const later = { ...sealed, sections: [{ ...first, key: 'other' }] };
    expect(sealedReportFromText(JSON.stringify(later))).toBeNull();
    const wordy = { ...sealed, texts: { ...sealed.texts, other: { en: 'x' } } };
    expect(sealedReportFromText(JSON.stringify(wordy))).toBeNull();
  });

  it('is the same wherever it is computed, and another for another word', () => {
    const { laptop, id } = laptopWithReport();
    const there = office();
    there.import(documentToGrid(laptop.export()));
    const sealAt = (at: Replica): string => {
      const sealed = sealedReportOf(at.records, reportIn(at, id), '2026-04-07');
      return sealed === null ? '' : sealHash(sealed);
    };
    expect(sealAt(there)).toBe(sealAt(laptop));
    laptop.edit('report', id, { summary: { en: 'A quiet quarter!', ko: '조용한 분기였습니다.' } });
    expect(sealAt(laptop)).not.toBe(sealAt(there));
  });

  it('travels with its content, also in a workbook of the period and in one without personal data', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    const exports = [
      laptop.export(),
      laptop.export({ redact: true, language: 'ko' }),
      laptop.export({ scope: { kind: 'period', from: '2026-01-01', to: '2026-03-31' } }),
    ];
    for (const document of exports) {
      const there = office();
      there.import(documentToGrid(document));
      expect(
        correctionsOf(there.records).map(({ problem, differences }) => ({ problem, differences })),
      ).toEqual([{ problem: null, differences: [] }]);
    }
  });

  it('says nothing of evidence that is personal as a whole, and lacks none where that did not travel', async () => {
    const { laptop, id } = laptopWithReport();
    const secrets = ['geheim-name.jpg', 'geheim-description', 'geheim-archive'] as const;
    const [fileName, description, keptAt] = secrets;
    const photo = evidenceOfMarch(laptop, { fileName: 'photo.jpg', sensitivity: 'internal' });
    // Two of one name are told apart by their ids, which must not depend on who knows the personal one.
    const twin = evidenceOfMarch(laptop, { fileName: 'photo.jpg', sensitivity: 'personal' });
    const personal = evidenceOfMarch(laptop, { fileName, description, keptAt, sensitivity: 'personal' });
    const march = consultationOfMarch(laptop);
    laptop.edit('consultation', march.id, { evidenceFiles: [photo, twin, personal] });
    const sealed = sealedReportOf(laptop.records, reportIn(laptop, id), '2026-04-07');
    submit(laptop, id);
    const hash = reportIn(laptop, id).values.snapshotHash ?? '';
    const redacted = laptop.export({ redact: true });
    const bytes = Object.values(unzipSync(await bytesOf(redacted))).map((part) => strFromU8(part));
    for (const document of [redacted, laptop.export()]) {
      const there = office();
      there.import(documentToGrid(document));
      const carried = JSON.stringify(sealedContent(there.records, id, hash));
      expect(carried).toContain('photo.jpg');
      expect(secrets.filter((secret) => carried.includes(secret))).toEqual([]);
      expect(correctionsOf(there.records)).toMatchObject([{ problem: null, differences: [] }]);
      expect(sealedReportOf(there.records, reportIn(there, id), '2026-04-07')).toEqual(sealed);
    }
    expect(secrets.filter((secret) => bytes.some((part) => part.includes(secret)))).toEqual([]);
    expect(correctionsOf(laptop.records)[0]?.differences).toEqual([]);
  });

  it('says what the paper said before it was submitted, which tells of no personal evidence either', () => {
    const { laptop, id } = laptopWithReport();
    evidenceOfMarch(laptop, { fileName: 'photo.jpg', sensitivity: 'internal' });
    evidenceOfMarch(laptop, { fileName: 'photo.jpg', sensitivity: 'personal' });
    const { kind = 'monthly', from = '', to = '' } = reportIn(laptop, id).values;
    const asOf = '2026-04-07';
    const paper = reportContent(laptop.records, { kind, from, to, centerIds: [center], asOf });
    expect(paper.sections).toEqual(sealedReportOf(laptop.records, reportIn(laptop, id), asOf)?.sections);
    expect(paper.sections.at(-1)).toMatchObject({
      draft: { en: 'Pieces of evidence from the period, without those that hold personal data: 1.' },
      tables: [{ rows: [{ cells: expect.arrayContaining(['2026-03-02']) }] }],
    });
  });

  it('is compared without evidence that was marked as personal since', () => {
    const { laptop, id } = laptopWithReport();
    const photo = evidenceOfMarch(laptop, { fileName: 'photo.jpg', sensitivity: 'internal' });
    submit(laptop, id);
    laptop.edit('evidence', photo, { description: 'Shows people' });
    const named = () =>
      correctionsOf(laptop.records)[0]?.differences.filter(({ record }) => record?.id === photo);
    expect(named()).toHaveLength(1);
    laptop.edit('evidence', photo, { sensitivity: 'personal' });
    expect(named()).toEqual([]);
  });

  it('does not hold once its content was tampered with, and says when it is not there', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    const hash = reportIn(laptop, id).values.snapshotHash ?? '';
    const [part] = recordsOf(laptop.records, 'sealPart');
    if (part === undefined) throw new Error('no content');
    const forged = textToPieces('{"format":1}')[0] ?? '';
    laptop.edit('sealPart', part.id, { content: forged });
    expect(sealedContent(laptop.records, id, hash)).toEqual({ ok: false, error: 'DAMAGED' });
    laptop.delete('sealPart', part.id);
    expect(sealedContent(laptop.records, id, hash)).toEqual({ ok: false, error: 'MISSING' });
    expect(correctionOf(laptop.records, reportIn(laptop, id))).toMatchObject({ problem: 'MISSING' });
  });

  it('keeps any text in pieces that fit a cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(piecesToText(textToPieces(text))).toBe(text);
      }),
    );
    const noise = Array.from({ length: 40_000 }, (_, index) =>
      createHash('md5').update(`${index}`).digest('hex'),
    ).join('');
    const pieces = textToPieces(noise);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
    expect(piecesToText(pieces)).toBe(noise);
    expect(piecesToText(pieces.slice(1))).toBeNull();
    expect(piecesToText(pieces.slice(0, -1))).toBeNull();
  });

  it('writes bytes as Node writes base64, and reads nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = bytesToBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(base64ToBytes(text)).toEqual(bytes);
      }),
    );
    for (const text of ['a', 'ab=c', '====', 'a b=', '가나다라']) expect(base64ToBytes(text)).toBeNull();
  });
});

describe('the way of a report', () => {
  it('goes from draft over submission and return to acceptance, each step with who and when', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    const first = reportIn(laptop, id).values.snapshotHash;
    const there = office();
    there.import(documentToGrid(laptop.export()));
    there.now = laptop.now + 86_400_000;
    sendBack(there, id, 'Say what came of the advice.');
    laptop.now = there.now + 86_400_000;
    laptop.import(documentToGrid(there.export()));
    expect(reportIn(laptop, id).values).toMatchObject({
      status: 'returned',
      returnNote: 'Say what came of the advice.',
    });
    laptop.edit('report', id, { summary: { en: 'The advice was adopted.' } });
    submit(laptop, id);
    there.now = laptop.now + 86_400_000;
    there.import(documentToGrid(laptop.export()));
    accept(there, id);
    const { status, snapshotHash, returnNote } = reportIn(there, id).values;
    expect({ status, returnNote }).toEqual({ status: 'accepted', returnNote: undefined });
    expect(snapshotHash).not.toBe(first);
    const steps = recordsOf(there.records, 'reportStep').toSorted((a, b) =>
      (a.values.at?.utc ?? '') < (b.values.at?.utc ?? '') ? -1 : 1,
    );
    expect(steps.map(({ values }) => [values.step, values.by, values.note, values.hash])).toEqual([
      ['submitted', 'Head', undefined, first],
      ['returned', 'Officer', 'Say what came of the advice.', first],
      ['submitted', 'Head', undefined, snapshotHash],
      ['accepted', 'Officer', undefined, snapshotHash],
    ]);
    // What was said the first time can still be read.
    expect(sealedContent(there.records, id, first ?? '')).toMatchObject({
      ok: true,
      value: { texts: { summary: { en: 'A quiet quarter.' } } },
    });
  });

  it('is withdrawn by the center until headquarters accepted or returned it', () => {
    const { laptop, id } = laptopWithReport();
    const withdraw = (at: Replica) => {
      const planned = planWithdraw(at.records, id, contextOf(at, 'Head'), at.issue);
      if (planned.ok) at.commit('edit', planned.value);
      return planned.ok ? null : planned.error;
    };
    expect(withdraw(laptop)).toBe('WRONG_STATE');
    submit(laptop, id);
    const hash = reportIn(laptop, id).values.snapshotHash;
    laptop.now += 60_000;
    expect(withdraw(laptop)).toBeNull();
    const { status, submittedOn } = reportIn(laptop, id).values;
    expect({ status, submittedOn }).toEqual({ status: 'draft', submittedOn: undefined });
    expect(correctionsOf(laptop.records)).toEqual([]);
    const steps = recordsOf(laptop.records, 'reportStep').map(({ values }) => [values.step, values.hash]);
    expect(steps).toEqual(
      expect.arrayContaining([
        ['submitted', hash],
        ['withdrawn', hash],
      ]),
    );
    const there = office();
    there.import(documentToGrid(laptop.export({ language: 'ko' })));
    expect(recordsOf(there.records, 'reportStep').map(({ values }) => values.step)).toContain('withdrawn');
    submit(laptop, id);
    accept(laptop, id);
    expect(withdraw(laptop)).toBe('WRONG_STATE');
  });

  it('takes no step out of turn', () => {
    const { laptop, id } = laptopWithReport();
    const context = contextOf(laptop, 'Head');
    const errorOf = (planned: ReturnType<typeof planSubmit>) => (planned.ok ? null : planned.error);
    expect(errorOf(planAccept(laptop.records, id, context, laptop.issue))).toBe('WRONG_STATE');
    expect(errorOf(planReturn(laptop.records, id, 'Why', context, laptop.issue))).toBe('WRONG_STATE');
    submit(laptop, id);
    expect(errorOf(planSubmit(laptop.records, id, context, laptop.issue))).toBe('WRONG_STATE');
    expect(errorOf(planReturn(laptop.records, id, '  ', context, laptop.issue))).toBe('NO_NOTE');
    laptop.delete('report', id);
    expect(errorOf(planAccept(laptop.records, id, context, laptop.issue))).toBe('GONE');
  });
});

describe('corrections', () => {
  it('name each value, record and figure that was changed since the report was submitted', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    const march = consultationOfMarch(laptop);
    laptop.edit('consultation', march.id, { topic: 'Another topic', hours: 6 });
    const late = laptop.create('consultation', { ...march.values, date: '2026-02-02', topic: 'Forgotten' });
    const seen = correctionsOf(laptop.records)[0]?.differences ?? [];
    expect(
      seen.map(({ what, how, field, before, after }) => [what, how, field?.en ?? null, before, after]),
    ).toEqual([
      ['figure', 'changed', 'Consultations', 1, 2],
      ['figure', 'changed', 'Consultations · Year to date', 1, 2],
      ['figure', 'changed', 'Hours of advice', 0, 6],
      ['figure', 'changed', 'Hours of advice · Year to date', 0, 6],
      ['record', 'changed', 'Hours', null, 6],
      [
        'record',
        'changed',
        'Topic',
        { en: 'Topic of 2026-03-02', ko: 'Topic of 2026-03-02' },
        { en: 'Another topic', ko: 'Another topic' },
      ],
      ['record', 'added', null, null, null],
    ]);
    expect(seen.at(-1)?.record).toEqual({ type: 'consultation', id: late });
    expect(seen.map(({ origin }) => origin)).toEqual(seen.map(() => 'period'));
    laptop.delete('consultation', late);
    laptop.edit('consultation', march.id, march.values);
    laptop.edit('consultation', march.id, { hours: undefined });
    expect(correctionsOf(laptop.records)[0]?.differences).toEqual([]);
    laptop.delete('consultation', march.id);
    expect(correctionsOf(laptop.records)[0]?.differences.map(({ how }) => how)).toContain('removed');
  });

  it('name a text that was changed, but nothing outside of the period and no personal data', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    const [person] = recordsOf(laptop.records, 'person');
    if (person === undefined) throw new Error('no person');
    laptop.edit('person', person.id, { email: 'new@example.example' });
    laptop.create('consultation', { ...consultationOfMarch(laptop).values, date: '2026-04-01' });
    expect(correctionsOf(laptop.records)[0]?.differences).toEqual([]);
    laptop.edit('report', id, { summary: { en: 'A loud quarter.' } });
    expect(correctionsOf(laptop.records)[0]?.differences).toMatchObject([
      { what: 'text', how: 'changed', field: { en: 'Summary' } },
    ]);
  });

  it('do not take what a part of the records lacks for removed', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    const records = new Set(['center', 'report', 'reportStep', 'sealPart']);
    const part = {
      all: (type: string) => (records.has(type) ? laptop.records.all(type) : []),
      deleted: () => [],
      find: (type: string, one: Parameters<Replica['records']['find']>[1]) =>
        records.has(type) ? laptop.records.find(type, one) : null,
    };
    expect(correctionsOf(part, { isPart: true })[0]?.differences).toEqual([]);
    expect(correctionsOf(part)[0]?.differences.map(({ how }) => how)).toContain('removed');
  });
});
