import {
  AnnotationMode,
  getDocument,
  InvalidPDFException,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
  type RenderTask,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import jpxDecoder from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url&no-inline';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import { type PageWish, pageSize } from './pageSize.ts';
import { pdfAsset } from './pdfAssets.ts';
import type { DrawnPage, PdfAnswer, PdfProblem, PdfTask } from './pdfMessages.ts';
import { SoftMaskFilters, withSoftMasks } from './softMask.ts';

/** Larger pictures are drawn with fewer pixels, and those above all measure not at all. */
const maxPictureBytes = 64 * 1024 * 1024;
const maxPicturePixels = 120_000_000;
/** What a screen reader is given of a page. */
const maxTextLength = 20_000;

/**
 * Answers tasks about one file. It runs in a thread of its own, and the library takes the file apart in another: both
 * are ended from outside when it takes too long, whatever the file makes them do.
 */
export function pdfDesk(post: (answer: PdfAnswer, moved: Transferable[]) => void): (task: PdfTask) => void {
  let opening: Promise<Result<PDFDocumentProxy, PdfProblem>> | null = null;
  let newest = 0;
  let drawing: RenderTask | null = null;

  async function draw(
    page: number,
    wish: PageWish,
    isWanted: () => boolean,
  ): Promise<Result<DrawnPage, PdfProblem>> {
    const opened = (await opening) ?? err('STOPPED');
    if (!opened.ok) return opened;
    if (!isWanted()) return err('LEFT');
    try {
      const found = await opened.value.getPage(page);
      const text = await textOf(found);
      if (!isWanted()) return err('LEFT');
      const canvas = await drawOn(found, wish, (task) => {
        drawing = task;
      });
      if (canvas === null) return err('PAGE');
      return ok({ page, pages: opened.value.numPages, text, ...canvas });
    } catch {
      return err(isWanted() ? 'PAGE' : 'LEFT');
    }
  }

  return (task) => {
    if (task.kind === 'open') {
      opening = open(task.bytes, task.parser);
      return;
    }
    newest = task.ask;
    drawing?.cancel();
    drawing = null;
    void draw(task.page, task.wish, () => newest === task.ask).then((drawn) =>
      post({ kind: 'drawn', ask: task.ask, drawn }, drawn.ok ? [drawn.value.bitmap] : []),
    );
  };
}

async function open(bytes: Uint8Array, parser: MessagePort): Promise<Result<PDFDocumentProxy, PdfProblem>> {
  try {
    parser.start();
    // The types know neither a port for a worker nor what a thread has in place of a page's document.
    const document = await getDocument({
      data: bytes,
      worker: PDFWorker.create({
        // Of a worker the library only uses what a port has too.
        port: parser as unknown as Worker,
        verbosity: VerbosityLevel.ERRORS,
      }),
      verbosity: VerbosityLevel.ERRORS,
      // Nothing of the file runs, and nothing is fetched for it but the library's own files.
      isEvalSupported: false,
      enableXfa: false,
      useWorkerFetch: false,
      // WebAssembly would need a looser content policy; what it does is done in script, if more slowly.
      useWasm: false,
      wasmUrl: `${new URL(jpxDecoder, self.location.origin).href}#/`,
      BinaryDataFactory: ShippedFiles,
      maxImageSize: maxPicturePixels,
      canvasMaxAreaInBytes: maxPictureBytes,
      useSystemFonts: true,
      // What the library asks of a page's document and a thread has itself.
      ownerDocument: { fonts: Reflect.get(self, 'fonts') },
      CanvasFactory: ThreadCanvases,
      FilterFactory: SoftMaskFilters,
    } as unknown as Parameters<typeof getDocument>[0]).promise;
    return document.numPages > 0 ? ok(document) : err('NO_PAGES');
  } catch (error) {
    return err(problemOf(error));
  }
}

function problemOf(error: unknown): PdfProblem {
  if (error instanceof Error && error.name === 'PasswordException') return 'LOCKED';
  return error instanceof InvalidPDFException && /zero bytes|no pages/i.test(error.message)
    ? 'NO_PAGES'
    : 'DAMAGED';
}

async function drawOn(
  page: PDFPageProxy,
  wish: PageWish,
  started: (task: RenderTask) => void,
): Promise<Pick<DrawnPage, 'bitmap' | 'width' | 'height'> | null> {
  const size = pageSize(page.getViewport({ scale: 1 }), wish);
  if (size === null) return null;
  const canvas = new OffscreenCanvas(size.canvasWidth, size.canvasHeight);
  const task = page.render({
    // The library's types know only a page's canvas; it uses nothing that this one does not have.
    canvas: canvas as unknown as HTMLCanvasElement,
    viewport: page.getViewport({ scale: size.scale }),
    // Stamps and what was filled in are seen, as pictures: no links and no fields.
    annotationMode: AnnotationMode.ENABLE,
  });
  // Between two pieces of work other messages are heard, such as that another page is wanted.
  task.onContinue = (next: () => void) => setTimeout(next);
  started(task);
  await task.promise;
  page.cleanup();
  return { bitmap: canvas.transferToImageBitmap(), width: size.width, height: size.height };
}

async function textOf(page: PDFPageProxy): Promise<string> {
  try {
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''));
    return words.join('').slice(0, maxTextLength);
  } catch {
    // A page may be seen although its text cannot be read.
    return '';
  }
}

class ShippedFiles {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return pdfAsset(filename);
  }
}

interface ThreadCanvas {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

class ThreadCanvases {
  create(width: number, height: number): ThreadCanvas {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas to draw on');
    return { canvas, context: withSoftMasks(context) };
  }

  reset({ canvas }: ThreadCanvas, width: number, height: number): void {
    if (canvas === null) return;
    canvas.width = width;
    canvas.height = height;
  }

  destroy(entry: ThreadCanvas): void {
    this.reset(entry, 0, 0);
    entry.canvas = null;
    entry.context = null;
  }
}
