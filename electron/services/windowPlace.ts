import { isJsonObject, type JsonObject } from '../../shared/core/json.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

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

/** The place unless its title bar lies on none of the screens there are now (a projector that was unplugged). */
export function placeOnScreens(place: WindowPlace, workAreas: readonly Rectangle[]): WindowPlace {
  const { bounds } = place;
  if (bounds === null || workAreas.some((area) => showsTitleBar(bounds, area))) return place;
  return { ...place, bounds: null };
}

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
