import { useState } from 'react';
import { newRecordId } from '../../../shared/core/ids.ts';
import type { SavedFile } from '../../../shared/ipc/host.ts';
import { fileErrorText } from '../../../shared/messages/fileErrors.ts';
import type { ExportOptions } from '../../../shared/workbook/exportWorkbook.ts';
import { useLanguage } from '../../i18n/useTexts.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { useServices } from '../../stores/services.tsx';
import { localZone } from '../../stores/useToday.ts';
import { exportInWorker } from '../../workers/exchangeClient.ts';
import { hostErrorText } from './hostErrorText.ts';
import { exportScopeOf, type SendChoice } from './sendChoice.ts';

export type SendState =
  | { readonly step: 'ready' }
  | { readonly step: 'writing' }
  | { readonly step: 'saved'; readonly file: SavedFile }
  | { readonly step: 'failed'; readonly text: string };

export interface Send {
  readonly state: SendState;
  /** Writes the workbook and lets the person choose where; `template` writes the empty form instead. */
  save(choice: SendChoice, name: string, template: boolean): Promise<void>;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function useSend(): Send {
  const store = useStore();
  const { host, clock, random, session } = useServices();
  const language = useLanguage();
  const [state, setState] = useState<SendState>({ step: 'ready' });

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

  return {
    state,
    save: async (choice, name, template) => {
      setState({ step: 'writing' });
      const options = optionsOf(choice, template);
      const written = await exportInWorker(store.records, options);
      if (written === null) return setState({ step: 'ready' });
      if (!written.ok) return setState({ step: 'failed', text: fileErrorText(written.error, language) });
      const saved = await host.files.save({ suggestedName: name, mediaType: xlsx, bytes: written.value });
      if (!saved.ok) return setState({ step: 'failed', text: hostErrorText(saved.error, name, language) });
      if (saved.value === null) return setState({ step: 'ready' });
      if (!template) session.getState().update({ lastExportAt: options.at });
      setState({ step: 'saved', file: saved.value });
    },
  };
}
