import { hasTooManyPixels } from '../../../shared/evidence/pictureSize.ts';
import type { StoryPhoto } from '../../../shared/stories/storyPaper.ts';

/** As long as a page of a web site shows it. */
const longestSide = 1600;
const quality = 0.85;

/** A photo as it goes out: a JPEG of at most 1,600 pixels with nothing but the picture; null for what is no photo. */
export async function publishedPhoto(bytes: Uint8Array, mediaType: string): Promise<StoryPhoto | null> {
  if (hasTooManyPixels(bytes, mediaType)) return null;
  try {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mediaType }));
    try {
      return await drawn(bitmap);
    } finally {
      bitmap.close();
    }
  } catch {
    // Which of the many ways in which a picture can be broken does not matter to anybody.
    return null;
  }
}

async function drawn(bitmap: ImageBitmap): Promise<StoryPhoto | null> {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // What is transparent becomes paper, since a JPEG knows no transparency.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
}
