import { useState } from 'react';
import { fileErrorText } from '../../../shared/messages/fileErrors.ts';
import { overlaySet } from '../../../shared/sync/overlay.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { fileSaveErrorText } from '../../stores/fileSaveErrorText.ts';
import { useServices } from '../../stores/services.tsx';
import { showToast } from '../../ui/toast.tsx';
import { problemsInWorker } from '../../workers/exchangeClient.ts';
import { fileToRead } from './readFiles.ts';
import { planOptions } from './receiveActions.ts';
import type { FilePlan, ReceivedFile } from './receiveState.ts';
import { receiveTexts } from './receiveTexts.ts';

export interface Corrections {
  /** Key of the file whose workbook is being written. */
  readonly writing: string | null;
  /** Writes a file with what is wrong in it, and lets the person choose where. */
  save(file: ReceivedFile): Promise<void>;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `pending`: plans that were made before this file's and are not in the records yet; it counts on them. */
export function useCorrections(blankClears: boolean, pending: readonly FilePlan[] = []): Corrections {
  const t = useTexts(receiveTexts);
  const store = useStore();
  const services = useServices();
  const language = useLanguage();
  const [writing, setWriting] = useState<string | null>(null);

  const write = async (file: ReceivedFile): Promise<void> => {
    const before = pending.slice(
      0,
      pending.findIndex((one) => one.file.key === file.key),
    );
    const records = before.reduce(
      (set, { result }) => (result.ok ? overlaySet(set, result.value.changes) : set),
      store.records,
    );
    const options = await planOptions({ store, services, language }, blankClears);
    const { workbooks } = services.host;
    const written = await problemsInWorker(records, fileToRead(file), options, { workbooks });
    if (written === null) return;
    if (!written.ok) return showToast({ message: fileErrorText(written.error, language), failed: true });
    const name = t('toCorrectFile', { name: file.name.replace(/\.[^.]*$/, '') });
    const saved = await services.host.files.save({
      suggestedName: name,
      mediaType: xlsx,
      bytes: written.value,
    });
    if (!saved.ok) showToast({ message: fileSaveErrorText(saved.error.code, language), failed: true });
    else if (saved.value !== null) showToast({ message: t('toCorrectSaved', { path: saved.value.path }) });
  };

  return {
    writing,
    save: async (file) => {
      setWriting(file.key);
      try {
        await write(file);
      } catch {
        // Only the worker itself can fail here, for want of memory.
        showToast({ message: t('toCorrectFailed'), failed: true });
      } finally {
        setWriting(null);
      }
    },
  };
}
