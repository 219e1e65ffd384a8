import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

// The thread that takes a file apart is the library's own; the thread that draws asks it through this port.
self.addEventListener('message', ({ ports: [port] }) => {
  if (port === undefined) return;
  port.start();
  WorkerMessageHandler.initializeFromPort(port);
});
