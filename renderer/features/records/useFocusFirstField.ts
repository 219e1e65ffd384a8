import { type RefObject, useEffect } from 'react';

/** Puts the cursor into the first field, so that typing can begin at once. */
export function useFocusFirstField(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const field = body.current?.querySelector('input:not([type="hidden"]), textarea, select');
    if (field instanceof HTMLElement) field.focus();
  }, [body]);
}
