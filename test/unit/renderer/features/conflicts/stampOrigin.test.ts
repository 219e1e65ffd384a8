import { describe, expect, it } from 'vitest';
import { conflictTexts } from '../../../../../renderer/features/conflicts/conflictTexts.ts';
import { stampOrigin } from '../../../../../renderer/features/conflicts/stampOrigin.ts';
import { translate } from '../../../../../renderer/i18n/texts.ts';
import type { RecordHistoryEntry } from '../../../../../renderer/storage/fieldbookStore.ts';
import type { DeviceId } from '../../../../../shared/core/ids.ts';
import { derivedRecordId, isChangeSetId, workbookDeviceId } from '../../../../../shared/core/ids.ts';
import type { Language } from '../../../../../shared/core/language.ts';
import { builtInStamp, formatStamp, type Stamp } from '../../../../../shared/sync/stamp.ts';

const wall = Date.UTC(2026, 10, 23);
const stampOf = (device: string): Stamp => formatStamp({ wall, counter: 0, device: device as DeviceId });

function told(
  stamp: Stamp,
  history: readonly RecordHistoryEntry[] | null,
  language: Language = 'en',
): string {
  const format = { dateTime: (instant: number) => new Date(instant).toISOString().slice(0, 10) };
  return stampOrigin(stamp, {
    device: 'thislaptop00',
    history,
    t: translate(conflictTexts, language),
    format,
  });
}

function entry(stamp: Stamp, workbook?: string): RecordHistoryEntry {
  const id = derivedRecordId('set');
  if (!isChangeSetId(id)) throw new Error('ids have one form');
  const source =
    workbook === undefined ? {} : { source: { name: workbook, workbookId: null, contentHash: '' } };
  return {
    change: { type: 'person', id: derivedRecordId('p'), path: 'a', before: null, after: 1, stamp, was: null },
    changeSet: { id, kind: 'edit', at: wall, by: 'Kim', ...source },
  };
}

describe('who wrote a value', () => {
  it('is a person at this computer, or at least this computer', () => {
    const stamp = stampOf('thislaptop00');
    expect(told(stamp, [entry(stamp)])).toBe('Kim, this computer · 2026-11-23');
    expect(told(stamp, null)).toBe('This computer · 2026-11-23');
  });

  it('is another computer, with the workbook that brought the value', () => {
    // A computer's id may begin like a workbook's.
    const stamp = stampOf('warmlaptop00');
    expect(told(stamp, [entry(stamp, 'BG10.xlsx')], 'ko')).toBe(
      '다른 컴퓨터(BG10.xlsx에서 받음) · 2026-11-23',
    );
    expect(told(stamp, [])).toBe('Another computer · 2026-11-23');
  });

  it('is a workbook that was edited by hand some time after its export', () => {
    const stamp = stampOf(workbookDeviceId('ab'.repeat(32)));
    expect(told(stamp, [entry(stamp, 'BG10.xlsx')])).toBe('Workbook BG10.xlsx · edited after 2026-11-23');
    expect(told(stamp, null, 'ko')).toBe('수정된 통합 문서 · 2026-11-23 이후 수정');
  });

  it('is the published data for what ships with the product', () => {
    expect(told(builtInStamp, [])).toBe('Published data');
  });
});
