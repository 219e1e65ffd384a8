import type { IsoDate } from '../../shared/core/dates.ts';
import type { RecordId } from '../../shared/core/ids.ts';
import type { Result } from '../../shared/core/result.ts';

/** A file as a person dropped, pasted or chose it. */
export type GivenFile = Pick<File, 'name' | 'size' | 'lastModified' | 'arrayBuffer'>;

export interface PreparedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly isPhoto: boolean;
  /** Size as it was given; a photo is smaller afterwards. */
  readonly givenBytes: number;
  /** The evidence that names exactly this content already; it is used instead of a second entry. */
  readonly known: RecordId | null;
  readonly suggestedDate: IsoDate | null;
  /** What a person has to agree to before the file is attached as it is. */
  readonly concerns: readonly FileConcern[];
}

/** `LOCATION`: it could not be rewritten, so that place and time may be inside; `LARGE`: above the usual limit. */
export type FileConcern = 'LOCATION' | 'LARGE';

/**
 * `TOO_LARGE`: above what any file may have; `TOO_MANY_PIXELS`: a picture that no computer should draw; `KIND`: neither
 * photo nor office document; `NOT_FOLLOWED`: a photo in which the place where it was taken cannot be found and removed;
 * `UNREADABLE`: gone meanwhile.
 */
export type FileRefusal = 'EMPTY' | 'TOO_LARGE' | 'TOO_MANY_PIXELS' | 'KIND' | 'NOT_FOLLOWED' | 'UNREADABLE';

export interface EvidenceDetails {
  readonly kind: string;
  readonly takenOn: IsoDate | null;
  readonly description: string;
  readonly center: RecordId | null;
}

/** What became of the file behind an entry of evidence. */
export type EvidenceLook =
  | { readonly state: 'image'; readonly bytes: Uint8Array; readonly mediaType: string }
  | { readonly state: 'document'; readonly bytes: Uint8Array; readonly mediaType: string }
  /** A picture that is not drawn, because that would take all memory; a copy of it can be saved. */
  | { readonly state: 'tooManyPixels' }
  /** Told of in words only: paper, or a file that is still to be attached. */
  | { readonly state: 'none' }
  | { readonly state: 'missing' | 'damaged' | 'unreadable' };

/** Evidence as forms know it. */
export interface EvidenceServices {
  prepare(file: GivenFile): Promise<Result<PreparedFile, FileRefusal>>;
  /** Keeps the bytes, and only then the record; the error is a sentence. */
  keep(file: PreparedFile, details: EvidenceDetails): Promise<Result<RecordId, string>>;
  look(id: RecordId): Promise<EvidenceLook>;
  /** Saves a copy where the person chooses; the error is a sentence. */
  saveCopy(id: RecordId): Promise<Result<null, string>>;
}
