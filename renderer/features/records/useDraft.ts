import { useCallback, useState } from 'react';
import type { JsonObject } from '../../../shared/core/json.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useClock, useSession, useSettings } from '../../stores/services.tsx';

export interface FormDraft {
  /** The draft as it was when the form opened. */
  readonly draft: JsonObject | null;
  readonly draftTime?: string;
  /** What was typed is on the medium, but for the last keys. */
  readonly draftKept: boolean;
  readonly onDraft: (draft: JsonObject | null) => void;
}

/** Keeps what is typed into a form until it is saved or discarded, also when the window closes. */
export function useDraft(key: string): FormDraft {
  const clock = useClock();
  const format = useFormat();
  const { drafts } = useSettings();
  const keepDraft = useSession((session) => session.keepDraft);
  const [found] = useState(() => drafts[key] ?? null);
  const draftKept = useDraftKept(key, found !== null);
  const onDraft = useCallback(
    (values: JsonObject | null) => keepDraft(key, values === null ? null : { at: clock.now(), values }),
    [key, clock, keepDraft],
  );
  return {
    draft: found?.values ?? null,
    draftKept,
    ...(found === null ? {} : { draftTime: format.dateTime(found.at) }),
    onDraft,
  };
}

/** Stays true while further keys wait for the next write: a sign that comes and goes while one types says nothing. */
function useDraftKept(key: string, wasFound: boolean): boolean {
  const hasDraft = useSession((session) => session.settings.drafts[key] !== undefined);
  const written = useSession((session) => session.written);
  const [kept, setKept] = useState(wasFound);
  const next = hasDraft && (kept || written);
  if (next !== kept) setKept(next);
  return next;
}
