import { err, ok, type Result } from '../../shared/core/result.ts';
import { maxPickedBytes } from '../../shared/ipc/channels.ts';
import type {
  FilesPort,
  FileToSave,
  HostError,
  PickedFile,
  PickOptions,
  SavedFile,
} from '../../shared/ipc/host.ts';
import { toHostError } from './browserErrors.ts';
import { awaited, type Waits } from './waits.ts';

// Long enough for any download to have begun; the bytes are freed afterwards.
const downloadLifetime = 60_000;

/** Files through the browser's own file chooser and downloads. */
export const browserFiles = (waits: Waits): FilesPort => ({
  pick: async (options) => {
    const chosen = await chooseFiles(options);
    return chosen === null ? ok(null) : awaited(waits, 'file', readAll(chosen));
  },
  save: async (file) => ok(download(file)),
});

function chooseFiles(options: PickOptions): Promise<readonly File[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = options.multiple;
    input.accept = options.extensions.map((extension) => `.${extension}`).join(',');
    input.title = options.title;
    input.hidden = true;
    const finish = (files: readonly File[] | null): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish(null));
    // In the document, so that the chooser belongs to the page even where a browser frees loose elements.
    document.body.append(input);
    input.click();
  });
}

async function readAll(files: readonly File[]): Promise<Result<readonly PickedFile[], HostError>> {
  const tooLarge = files.find((file) => file.size > maxPickedBytes);
  if (tooLarge !== undefined) {
    return err({ code: 'TOO_LARGE', detail: `${tooLarge.name} has ${tooLarge.size} bytes` });
  }
  try {
    const picked: PickedFile[] = [];
    for (const file of files) {
      picked.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
    return ok(picked);
  } catch (error) {
    return err(toHostError(error));
  }
}

function download({ suggestedName, mediaType, bytes }: FileToSave): SavedFile {
  // The copy has a plain buffer, which a Blob asks for.
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = suggestedName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), downloadLifetime);
  return { path: suggestedName, bytes: bytes.length };
}
