/** Zoom 1 is a page as wide as its place. */
export const zoomSteps: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** The next zoom in a direction; the same at the end of the steps. */
export function zoomBeside(zoom: number, step: 1 | -1): number {
  const steps = step === 1 ? zoomSteps : [...zoomSteps].reverse();
  return steps.find((one) => (one - zoom) * step > 0) ?? zoom;
}

/** The page that a typed number means; null where there is no such page. */
export function pageTyped(typed: string, pages: number): number | null {
  const page = Number(typed.trim());
  return Number.isInteger(page) && page >= 1 && page <= pages ? page : null;
}
