import { hasTooManyPixels } from '../../shared/evidence/pictureSize.ts';

/** Rewrites a photo, which leaves nothing of it but what can be seen; null where this engine cannot read it. */
export type EncodePhoto = (bytes: Uint8Array, mediaType: string) => Promise<EncodedPhoto | null>;

export interface EncodedPhoto {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
}

const longestSide = 2048;
const quality = 0.85;
/** Above this a picture without loss is a photo rather than a screen or a scan. */
const largestLossless = 1_000_000;

/** At most 2,048 pixels wide and high, turned the way it is looked at, without place, time, camera or comments. */
export const encodePhoto: EncodePhoto = async (bytes, mediaType) => {
  if (hasTooManyPixels(bytes, mediaType)) return null;
  try {
    const given = new Blob([new Uint8Array(bytes)], { type: mediaType });
    const bitmap = await createImageBitmap(given, { imageOrientation: 'from-image' });
    try {
      return await encode(bitmap, mediaType);
    } finally {
      bitmap.close();
    }
  } catch {
    // Which of the many ways in which a picture can be broken or foreign does not matter to anybody.
    return null;
  }
};

async function encode(bitmap: ImageBitmap, mediaType: string): Promise<EncodedPhoto | null> {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  if (mediaType === 'image/jpeg') return bytesOf(canvas, 'image/jpeg');
  const lossless = await bytesOf(canvas, 'image/png');
  return lossless.bytes.length <= largestLossless ? lossless : bytesOf(canvas, 'image/webp');
}

async function bytesOf(canvas: OffscreenCanvas, type: EncodedPhoto['mediaType']): Promise<EncodedPhoto> {
  const blob = await canvas.convertToBlob({ type, quality });
  if (blob.type !== type) throw new Error(`this engine writes no ${type}`);
  return { bytes: new Uint8Array(await blob.arrayBuffer()), mediaType: type };
}
