import { useCallback, useState } from 'react';
import type { JsonObject } from '../../../shared/core/json.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useClock, useSession, useSettings } from '../../stores/services.tsx';

export interface FormDraft {
  /** The draft as it was when the form opened. */
  readonly draft: JsonObject | null;
  readonly draftTime?: string;
  readonly onDraft: (draft: JsonObject | null) => void;
}

/** Keeps what is typed into a form until it is saved or discarded, also when the window closes. */
export function useDraft(key: string): FormDraft {
  const clock = useClock();
  const format = useFormat();
  const { drafts } = useSettings();
  const keepDraft = useSession((session) => session.keepDraft);
  const [found] = useState(() => drafts[key] ?? null);
  const onDraft = useCallback(
    (values: JsonObject | null) => keepDraft(key, values === null ? null : { at: clock.now(), values }),
    [key, clock, keepDraft],
  );
  return {
    draft: found?.values ?? null,
    ...(found === null ? {} : { draftTime: format.dateTime(found.at) }),
    onDraft,
  };
}
