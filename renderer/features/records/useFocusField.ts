import { type RefObject, useEffect } from 'react';

/** Puts the cursor into the first field, so that typing can begin at once. */
export function useFocusFirstField(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const field = body.current?.querySelector('input:not([type="hidden"]), textarea, select');
    if (field instanceof HTMLElement) field.focus();
  }, [body]);
}

/** Puts the cursor into a field that the address names, so that what is to be mended there can be mended at once. */
export function useFocusField(pane: RefObject<HTMLElement | null>, field: string | null): void {
  useEffect(() => {
    if (field === null) return;
    const row = pane.current?.querySelector(`[data-field="${CSS.escape(field)}"]`);
    row?.scrollIntoView({ block: 'center' });
    const control = row?.querySelector(controls);
    if (control instanceof HTMLElement) control.focus({ preventScroll: true });
  }, [pane, field]);
}

const controls = 'input:not([type="hidden"]), textarea, select, button';
