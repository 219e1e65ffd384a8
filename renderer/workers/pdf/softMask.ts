// The library turns the brightness of a mask into transparency with a filter of the page (SVG), which a thread without
// a page does not have. Here it is done with the mask's own pixels.

type Mask = { readonly by: 'brightness' | 'alpha'; readonly map: ArrayLike<number> | null };

const masks = new Map<string, Mask>();
const noFilter = 'none';

/** Makes the names of filters that contexts of `withSoftMasks` understand. */
export class SoftMaskFilters {
  addFilter(): string {
    return noFilter;
  }

  addHCMFilter(): string {
    return noFilter;
  }

  addHighlightHCMFilter(): string {
    return noFilter;
  }

  addAlphaFilter(map: ArrayLike<number>): string {
    return nameOf({ by: 'alpha', map });
  }

  addLuminosityFilter(map: ArrayLike<number> | null): string {
    return nameOf({ by: 'brightness', map });
  }

  destroy(): void {
    masks.clear();
  }
}

function nameOf(mask: Mask): string {
  const name = `mask ${masks.size}`;
  masks.set(name, mask);
  return name;
}

/** A context that draws the next picture after a mask's name was set as its filter as that mask. */
export function withSoftMasks(context: OffscreenCanvasRenderingContext2D): OffscreenCanvasRenderingContext2D {
  let next: Mask | null = null;
  const draw = context.drawImage;
  Object.defineProperties(context, {
    filter: {
      get: () => noFilter,
      set: (name: string) => {
        next = masks.get(name) ?? null;
      },
    },
    drawImage: {
      value: (image: CanvasImageSource, ...places: number[]) => {
        const mask = next;
        next = null;
        const shown = mask !== null && image instanceof OffscreenCanvas ? asTransparency(image, mask) : image;
        Reflect.apply(draw, context, [shown, ...places]);
      },
    },
  });
  return context;
}

function asTransparency(picture: OffscreenCanvas, { by, map }: Mask): OffscreenCanvas {
  const { width, height } = picture;
  const copy = new OffscreenCanvas(width, height);
  const from = picture.getContext('2d');
  const to = copy.getContext('2d');
  if (from === null || to === null) return picture;
  const pixels = from.getImageData(0, 0, width, height);
  maskPixels(pixels.data, by, map);
  to.putImageData(pixels, 0, 0);
  return copy;
}

/** Gives each pixel (RGBA) its brightness or its own alpha, through the map of 256 steps, as its alpha. */
export function maskPixels(data: Uint8ClampedArray, by: Mask['by'], map: Mask['map']): void {
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    const value = by === 'alpha' ? alpha : Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
    data[at + 3] = map?.[value] ?? value;
  }
}
