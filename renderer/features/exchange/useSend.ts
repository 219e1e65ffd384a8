import { useState } from 'react';
import { dateInZone } from '../../../shared/core/dates.ts';
import { newRecordId } from '../../../shared/core/ids.ts';
import { type LocalDateTime, utcToLocal } from '../../../shared/core/timeZones.ts';
import type { PackFile } from '../../../shared/exchangePack/packManifest.ts';
import { type WrittenPack, writePack } from '../../../shared/exchangePack/writePack.ts';
import type { FileToSave, SavedFile } from '../../../shared/ipc/host.ts';
import { fileErrorText } from '../../../shared/messages/fileErrors.ts';
import type { ExportOptions } from '../../../shared/workbook/exportWorkbook.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { fileSaveErrorText } from '../../stores/fileSaveErrorText.ts';
import { useServices } from '../../stores/services.tsx';
import { localZone } from '../../stores/useToday.ts';
import { exportInWorker } from '../../workers/exchangeClient.ts';
import { exportScopeOf, type SendChoice } from './sendChoice.ts';
import { sendTexts } from './sendTexts.ts';

export type SendState =
  | { readonly step: 'ready' }
  /** `packing`: the file of evidence that is being packed, of so many; null while the workbook is written. */
  | { readonly step: 'writing'; readonly packing: number | null; readonly of: number }
  /** `leftOut`: names of files that could not be read for the pack. */
  | { readonly step: 'saved'; readonly file: SavedFile; readonly leftOut: readonly string[] }
  | { readonly step: 'failed'; readonly text: string };

export interface Send {
  readonly state: SendState;
  /** Writes the workbook, or a pack of it with files, and lets the person choose where. */
  save(choice: SendChoice, name: string, files: readonly PackFile[] | null): Promise<void>;
  /** Writes the empty form instead. */
  saveTemplate(choice: SendChoice, name: string): Promise<void>;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function useSend(): Send {
  const store = useStore();
  const { host, clock, random, session } = useServices();
  const t = useTexts(sendTexts);
  const language = useLanguage();
  const [state, setState] = useState<SendState>({ step: 'ready' });
  const fail = (text: string): void => setState({ step: 'failed', text });

  const optionsOf = (choice: SendChoice, template: boolean): ExportOptions => ({
    language: choice.language,
    scope: exportScopeOf(choice),
    centerId: choice.centerId,
    redact: choice.redact,
    template,
    workbookId: newRecordId(clock, random),
    device: store.device,
    exportStamp: store.issueStamp(),
    seen: store.seen(),
    by: session.getState().settings.person?.name ?? '',
    at: clock.now(),
    timeZone: localZone(),
    ...(choice.password === '' ? {} : { password: choice.password }),
  });

  /** The workbook's bytes; null when there are none, which was told. */
  const workbook = async (options: ExportOptions): Promise<Uint8Array | null> => {
    setState({ step: 'writing', packing: null, of: 0 });
    const written = await exportInWorker(store.records, options);
    if (written === null) setState({ step: 'ready' });
    else if (!written.ok) fail(fileErrorText(written.error, language));
    return written?.ok === true ? written.value : null;
  };

  /** Whether the file was saved; what else became of it was told. */
  const keep = async (file: FileToSave, leftOut: readonly string[]): Promise<boolean> => {
    const saved = await host.files.save(file);
    if (!saved.ok) fail(fileSaveErrorText(saved.error.code, language));
    else if (saved.value === null) setState({ step: 'ready' });
    else setState({ step: 'saved', file: saved.value, leftOut });
    return saved.ok && saved.value !== null;
  };

  const pack = async (
    name: string,
    bytes: Uint8Array,
    files: readonly PackFile[],
    at: number,
  ): Promise<WrittenPack | null> => {
    let count = 0;
    const written = await writePack({
      workbook: { name: name.replace(/\.zip$/, '.xlsx'), bytes },
      files,
      at: localTime(at),
      read: async ({ sha256 }) => {
        count += 1;
        setState({ step: 'writing', packing: count, of: files.length });
        const read = await host.evidence.get(sha256);
        return read.ok ? read.value : null;
      },
    });
    if (written.ok) return written.value;
    const { code, limit } = written.error;
    fail(
      code === 'TOO_LARGE' ? t('packTooLarge', { limit: limit / 1024 ** 2 }) : t('packTooMany', { limit }),
    );
    return null;
  };

  const saveAll = async (choice: SendChoice, name: string, files: readonly PackFile[] | null) => {
    const options = optionsOf(choice, false);
    const bytes = await workbook(options);
    if (bytes === null) return;
    const written = files === null ? { bytes, leftOut: [] } : await pack(name, bytes, files, options.at);
    if (written === null) return;
    const file = {
      suggestedName: name,
      mediaType: files === null ? xlsx : 'application/zip',
      bytes: written.bytes,
    };
    const leftOut = written.leftOut.map((one) => one.name);
    if (await keep(file, leftOut)) session.getState().update({ lastExportAt: options.at });
  };

  return {
    state,
    save: saveAll,
    saveTemplate: async (choice, name) => {
      const bytes = await workbook(optionsOf(choice, true));
      if (bytes !== null) await keep({ suggestedName: name, mediaType: xlsx, bytes }, []);
    },
  };
}

function localTime(at: number): LocalDateTime {
  const instant = new Date(at).toISOString();
  return utcToLocal(instant, localZone()) ?? { date: dateInZone(at, 'UTC'), time: instant.slice(11, 19) };
}
