/** How a page is to be shown. */
export interface PageWish {
  /** Of a page at a zoom of 1, in CSS pixels. */
  readonly width: number;
  readonly zoom: number;
  /** Screen pixels to a CSS pixel. */
  readonly density: number;
}

export interface PageSize {
  /** On the screen, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the canvas, in pixels of its own. */
  readonly canvasWidth: number;
  readonly canvasHeight: number;
  /** Canvas pixels to a unit of the page. */
  readonly scale: number;
}

/** What Chromium draws without falling behind on a laptop with 4 GB: 48 MB to a canvas. */
export const maxCanvasSide = 4_000;
export const maxCanvasArea = 12_000_000;
/** A page's own size is only what its file says. */
const maxScreenSide = 20_000;

/**
 * The size of a page on the screen and of its canvas, which has the screen's pixels as long as that is not too many;
 * beyond, the page is as large but less sharp. Null for a page without a size.
 */
export function pageSize(
  page: { readonly width: number; readonly height: number },
  wish: PageWish,
): PageSize | null {
  if (!isLength(page.width) || !isLength(page.height)) return null;
  const longest = Math.max(page.width, page.height);
  const shown = Math.min((wish.width / page.width) * wish.zoom, maxScreenSide / longest);
  if (!isLength(shown)) return null;
  const scale = Math.min(
    shown * wish.density,
    maxCanvasSide / longest,
    Math.sqrt(maxCanvasArea / page.width / page.height),
  );
  return {
    width: atLeastOne(page.width * shown),
    height: atLeastOne(page.height * shown),
    canvasWidth: atLeastOne(page.width * scale),
    canvasHeight: atLeastOne(page.height * scale),
    scale,
  };
}

const isLength = (value: number): boolean => Number.isFinite(value) && value > 0;
const atLeastOne = (value: number): number => Math.max(1, Math.floor(value));
