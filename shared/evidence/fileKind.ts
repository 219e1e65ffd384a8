/** What a file of evidence is, told by its content and never by its name. */
export interface FileKind {
  readonly mediaType: string;
  /** Without dot. */
  readonly extension: string;
  /** `photo`: may carry the place where it was taken; `document`: kept as it is. */
  readonly role: 'photo' | 'document';
}

const photo = (mediaType: string, extension: string): FileKind => ({ mediaType, extension, role: 'photo' });
const document = (mediaType: string, extension: string): FileKind => ({
  mediaType,
  extension,
  role: 'document',
});

const jpeg = photo('image/jpeg', 'jpg');
const heic = photo('image/heic', 'heic');

const signatures: readonly (readonly [signature: string, kind: FileKind])[] = [
  ['\xff\xd8\xff', jpeg],
  ['\x89PNG\r\n\x1a\n', photo('image/png', 'png')],
  ['GIF87a', photo('image/gif', 'gif')],
  ['GIF89a', photo('image/gif', 'gif')],
  ['%PDF-', document('application/pdf', 'pdf')],
];

const brands: Readonly<Record<string, FileKind>> = {
  heic,
  heix: heic,
  hevc: heic,
  heim: heic,
  heis: heic,
  mif1: heic,
  msf1: heic,
  avif: photo('image/avif', 'avif'),
};

const officeOpen = 'application/vnd.openxmlformats-officedocument';
/** A member that only this kind of zip has. */
const zipMembers: readonly (readonly [member: string, kind: FileKind])[] = [
  ['word/document.xml', document(`${officeOpen}.wordprocessingml.document`, 'docx')],
  ['xl/workbook.', document(`${officeOpen}.spreadsheetml.sheet`, 'xlsx')],
  ['ppt/presentation.xml', document(`${officeOpen}.presentationml.presentation`, 'pptx')],
  ['Contents/content.hpf', document('application/hwp+zip', 'hwpx')],
];
const openDocuments: readonly (readonly [mediaType: string, extension: string])[] = [
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
];
/** Names of streams, in UTF-16 as an OLE file writes them. */
const oleStreams: readonly (readonly [stream: string, kind: FileKind])[] = [
  ['WordDocument', document('application/msword', 'doc')],
  ['Workbook', document('application/vnd.ms-excel', 'xls')],
  ['PowerPoint Document', document('application/vnd.ms-powerpoint', 'ppt')],
  ['HwpSummaryInformation', document('application/x-hwp', 'hwp')],
];

/** How far from an end of a file its table of contents is looked for. */
const directoryBytes = 512 * 1024;

/**
 * The kind of a photo or office document; null for anything else, such as pages with script, pictures made of markup,
 * programs and archives.
 */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  const start = latin1(bytes.subarray(0, 512));
  const known = signatures.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return known[1];
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return photo('image/webp', 'webp');
  if (start.slice(4, 8) === 'ftyp') return brands[start.slice(8, 12)] ?? null;
  if (start.startsWith('PK\x03\x04')) return zipKind(bytes, start);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleKind(bytes);
  return null;
}

/** A file's name with the ending that its content asks for, and without what no file system takes. */
export function namedAs(name: string, { extension, mediaType }: FileKind): string {
  const clean = [...name]
    .map((char) => (char < ' ' || '/\\:*?"<>|\u007f'.includes(char) ? '_' : char))
    .join('');
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 ? clean.slice(dot + 1).toLowerCase() : '';
  if (ending === extension || (mediaType === jpeg.mediaType && ending === 'jpeg')) return clean.slice(-255);
  const stem = dot > 0 && ending.length <= 5 ? clean.slice(0, dot) : clean;
  return `${stem.slice(0, 255 - extension.length - 1)}.${extension}`;
}

function zipKind(bytes: Uint8Array, start: string): FileKind | null {
  const open = openDocuments.find(([mediaType]) => start.slice(30).startsWith(`mimetype${mediaType}`));
  if (open !== undefined) return document(...open);
  const directory = latin1(bytes.subarray(Math.max(0, bytes.length - directoryBytes)));
  return zipMembers.find(([member]) => directory.includes(member))?.[1] ?? null;
}

function oleKind(bytes: Uint8Array): FileKind | null {
  const ends = [
    bytes.subarray(0, directoryBytes),
    bytes.subarray(Math.max(0, bytes.length - directoryBytes)),
  ];
  const text = ends.map(latin1).join('');
  return oleStreams.find(([stream]) => text.includes([...stream].join('\0')))?.[1] ?? null;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}
