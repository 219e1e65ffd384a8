import { pdfDesk } from './pdfDesk.ts';
import type { PdfAnswer, PdfTask } from './pdfMessages.ts';

const take = pdfDesk((answer: PdfAnswer, moved) => self.postMessage(answer, { transfer: moved }));

self.addEventListener('message', (event: MessageEvent<PdfTask>) => take(event.data));
