import { dateInZone, type IsoDate } from '../../shared/core/dates.ts';
import { sha256Hex } from '../../shared/core/hashing.ts';
import type { RecordId } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/language.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { fileKindOf, namedAs } from '../../shared/evidence/fileKind.ts';
import { hasTooManyPixels } from '../../shared/evidence/pictureSize.ts';
import { isOfBoxes, withoutCameraData } from '../../shared/evidence/withoutCameraData.ts';
import { maxPickedBytes } from '../../shared/ipc/channels.ts';
import type { EvidencePort, FilesPort, HostErrorCode } from '../../shared/ipc/host.ts';
import { filesOf } from '../../shared/records/namedFiles.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import type {
  EvidenceDetails,
  EvidenceLook,
  EvidenceServices,
  FileConcern,
  FileRefusal,
  GivenFile,
  PreparedFile,
} from '../forms/evidenceServices.ts';
import type { SaveError } from '../storage/fieldbookStore.ts';
import type { EncodePhoto } from './encodePhoto.ts';
import { evidenceErrorText } from './evidenceErrorTexts.ts';
import { fileSaveErrorText } from './fileSaveErrorText.ts';
import { saveErrorText } from './saveErrorTexts.ts';
import type { RecordActions } from './useRecordActions.ts';

/** What a file may have unless a person says that this one may have more. */
export const usualFileBytes = 25 * 1024 * 1024;

export interface EvidenceFilesParts {
  readonly host: { readonly evidence: EvidencePort; readonly files: FilesPort };
  readonly records: RecordSet;
  readonly actions: Pick<RecordActions, 'create' | 'refusal'>;
  readonly encodePhoto: EncodePhoto;
  readonly today: IsoDate;
  readonly timeZone: string;
  readonly language: Language;
}

/**
 * Evidence over the host's files and the records: nothing is called attached before its bytes are kept, and no bytes are
 * left of what is refused.
 */
export function evidenceFiles(parts: EvidenceFilesParts): EvidenceServices {
  return {
    prepare: (file) => prepare(file, parts),
    keep: (file, details) => keep(file, details, parts),
    look: (id) => look(id, parts),
    saveCopy: (id) => saveCopy(id, parts),
  };
}

async function prepare(
  file: GivenFile,
  { records, encodePhoto, today, timeZone }: EvidenceFilesParts,
): Promise<Result<PreparedFile, FileRefusal>> {
  if (file.size === 0) return err('EMPTY');
  if (file.size > maxPickedBytes) return err('TOO_LARGE');
  const given = await bytesOf(file);
  if (given === null) return err('UNREADABLE');
  const kind = fileKindOf(given);
  if (kind === null) return err('KIND');
  const known = knownBy(sha256Hex(given), records);
  if (known === null && kind.role === 'photo' && hasTooManyPixels(given, kind.mediaType))
    return err('TOO_MANY_PIXELS');
  // What another laptop attached is already without metadata; written anew it would be another file.
  const encoded = kind.role === 'photo' && known === null ? await encodePhoto(given, kind.mediaType) : null;
  // Most engines do not read HEIC: its picture stays as it is, and what the camera wrote about it is blanked.
  const isBlanked = encoded === null && known === null && isOfBoxes(kind.mediaType);
  const bytes = isBlanked ? withoutCameraData(given) : (encoded?.bytes ?? given);
  if (bytes === null) return err('NOT_FOLLOWED');
  const kept = (encoded === null ? kind : fileKindOf(bytes)) ?? kind;
  const concerns: FileConcern[] = [];
  if (kind.role === 'photo' && bytes === given && known === null) concerns.push('LOCATION');
  if (bytes.length > usualFileBytes) concerns.push('LARGE');
  return ok({
    name: namedAs(file.name, kept),
    bytes,
    mediaType: kept.mediaType,
    isPhoto: kind.role === 'photo',
    givenBytes: given.length,
    known: known ?? (bytes === given ? null : knownBy(sha256Hex(bytes), records)),
    suggestedDate: kind.role === 'photo' ? dayOf(file.lastModified, timeZone, today) : null,
    concerns,
  });
}

async function bytesOf(file: GivenFile): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** A camera's file is changed last when it is taken; a day that is still to come tells of a wrong clock. */
function dayOf(lastModified: number, timeZone: string, today: IsoDate): IsoDate | null {
  const day = dateInZone(lastModified, timeZone);
  return day <= today ? day : null;
}

function knownBy(sha256: string, records: RecordSet): RecordId | null {
  return records.all('evidence').find(({ values }) => values.sha256 === sha256)?.id ?? null;
}

async function keep(
  file: PreparedFile,
  { kind, takenOn, description, center }: EvidenceDetails,
  { host, actions, language, records }: EvidenceFilesParts,
): Promise<Result<RecordId, string>> {
  const refusal = await actions.refusal();
  if (refusal !== null) return err(saveErrorText(refusal, language));
  const put = await host.evidence.put(file.bytes);
  if (!put.ok) return err(evidenceErrorText(put.error.code, file.name, language));
  if (file.known !== null) return ok(file.known);
  const created = await actions.create('evidence', {
    ...(center === null ? {} : { center }),
    fileName: file.name,
    kind,
    ...(takenOn === null ? {} : { takenOn }),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
    // A photo may show faces and an attendance sheet names people; who publishes has to decide so.
    sensitivity: file.isPhoto || kind === 'attendanceSheet' ? 'personal' : 'internal',
    mediaType: file.mediaType,
    size: put.value.bytes,
    sha256: put.value.sha256,
  });
  if (created.ok) return ok(created.value.id);
  if (isSurelyUnsaved(created.error) && !isNamed(put.value.sha256, records)) {
    // What stays behind here is offered for erasing under Settings.
    await host.evidence.remove([put.value.sha256]);
  }
  return err(saveErrorText(created.error, language));
}

/** A journal or database that failed may have the entry all the same. */
const isSurelyUnsaved = ({ code }: SaveError): boolean =>
  code !== 'JOURNAL' && code !== 'DATABASE' && code !== 'TIMEOUT';

/** By a deleted record too, which may come back. */
const isNamed = (sha256: string, records: RecordSet): boolean =>
  [...records.all('evidence'), ...records.deleted('evidence')].some((one) => filesOf(one).includes(sha256));

async function look(id: RecordId, { host, records }: EvidenceFilesParts): Promise<EvidenceLook> {
  const sha256 = records.find('evidence', id)?.values.sha256;
  if (typeof sha256 !== 'string') return { state: 'none' };
  const read = await host.evidence.get(sha256);
  if (!read.ok) return { state: stateByCode[read.error.code] ?? 'unreadable' };
  // By its content: what a record says of its file may have been typed in a workbook.
  const kind = fileKindOf(read.value);
  const mediaType = kind?.mediaType ?? 'application/octet-stream';
  const isPhoto = kind?.role === 'photo';
  if (isPhoto && hasTooManyPixels(read.value, mediaType, 'together')) return { state: 'tooManyPixels' };
  return { state: isPhoto ? 'image' : 'document', bytes: read.value, mediaType };
}

const stateByCode: Readonly<Partial<Record<HostErrorCode, 'missing' | 'damaged'>>> = {
  NOT_FOUND: 'missing',
  DAMAGED: 'damaged',
};

async function saveCopy(id: RecordId, parts: EvidenceFilesParts): Promise<Result<null, string>> {
  const { host, records, language } = parts;
  const values = records.find('evidence', id)?.values ?? {};
  const name = typeof values.fileName === 'string' ? values.fileName : 'evidence';
  if (typeof values.sha256 !== 'string') return err(evidenceErrorText('NOT_FOUND', name, language));
  const read = await host.evidence.get(values.sha256);
  if (!read.ok) return err(evidenceErrorText(read.error.code, name, language));
  const kind = fileKindOf(read.value) ?? { mediaType: 'text/plain', extension: 'bin', role: 'document' };
  const suggestedName = namedAs(name, kind);
  const saved = await host.files.save({ suggestedName, mediaType: kind.mediaType, bytes: read.value });
  return saved.ok ? ok(null) : err(fileSaveErrorText(saved.error.code, language));
}
