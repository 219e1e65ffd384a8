import { isJsonObject, type JsonObject } from '../../shared/core/json.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Size = Pick<Rectangle, 'width' | 'height'>;

export interface WindowPlace {
  /** Null: wherever the system puts a new window. */
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
}

export const smallestWindow = { width: 960, height: 640 } as const;
export const firstWindow = { width: 1280, height: 800 } as const;
// As much of the title bar as a hand needs to drag the window back.
const leastVisible = { width: 120, height: 32 } as const;

/** The window's place as it was remembered; what is odd in it is left out. */
export function readWindowPlace(remembered: JsonObject): WindowPlace {
  const { bounds, maximized } = remembered;
  return { bounds: readRectangle(bounds), maximized: maximized === true };
}

/**
 * The place unless its title bar lies on none of the screens there are now (a projector that was unplugged), and no larger
 * than the screen that it lies on has become: what is below its edge could be reached by nobody.
 */
export function placeOnScreens(place: WindowPlace, workAreas: readonly Rectangle[]): WindowPlace {
  const { bounds } = place;
  const area = bounds === null ? undefined : workAreas.find((one) => showsTitleBar(bounds, one));
  if (bounds === null || area === undefined) return { ...place, bounds: null };
  return { ...place, bounds: { ...bounds, ...sizeOnScreen(bounds, area) } };
}

/**
 * A size, or as much of it as a screen has room for: a laptop of 1366 by 768 pixels that Windows enlarges to 150 % has
 * 910 by 480 left.
 */
export const sizeOnScreen = (size: Size, area: Size): Size => ({
  width: Math.min(size.width, area.width),
  height: Math.min(size.height, area.height),
});

function showsTitleBar(bounds: Rectangle, area: Rectangle): boolean {
  const visibleWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const fromTop = bounds.y - area.y;
  return visibleWidth >= leastVisible.width && fromTop >= 0 && fromTop <= area.height - leastVisible.height;
}

function readRectangle(value: unknown): Rectangle | null {
  if (!isJsonObject(value)) return null;
  const { x, y, width, height } = value;
  if (!isPixel(x) || !isPixel(y) || !isPixel(width) || !isPixel(height)) return null;
  return {
    x,
    y,
    width: Math.max(width, smallestWindow.width),
    height: Math.max(height, smallestWindow.height),
  };
}

const isPixel = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000;
