// The thread that takes a file apart, of the library's own making; pdfDesk.ts starts it and asks it.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
