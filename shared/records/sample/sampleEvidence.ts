import type { IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Label, Language } from '../../core/language.ts';
import { fillMessage } from '../../messages/message.ts';
import type { ValuesByType } from '../registry.ts';
import type { SampleCast } from './generateSample.ts';
import { samplePictures } from './samplePictures.ts';

type EvidenceKind = NonNullable<ValuesByType['evidence']['kind']>;

const place: Label = {
  en: 'Minutes and photos in the center’s archive, folder {number}',
  ko: '회의록·사진: 센터 문서함 {number}번 철',
};

const fileNames: Readonly<Record<EvidenceKind, string>> = {
  photo: 'photo',
  minutes: 'minutes',
  attendanceSheet: 'attendance',
  report: 'report',
  letter: 'letter',
  mou: 'mou',
  receipt: 'receipt',
};

/** Where evidence is kept, in words. */
export function evidenceText({ random }: SampleCast, language: Language): string {
  return fillMessage(place, language, { number: random.between(1, 60) });
}

/** An entry of evidence on paper: a sample has few files. */
export function addEvidence(cast: SampleCast, kind: EvidenceKind, takenOn: IsoDate): RecordId {
  const { center, random, add } = cast;
  const folder = random.between(1, 60);
  return add('evidence', {
    center: center.id,
    fileName: `${takenOn}_${fileNames[kind]}_sample_${folder}.${kind === 'photo' ? 'jpg' : 'pdf'}`,
    kind,
    takenOn,
    keptAt: random.chance(0.5) ? `Sample archive, folder ${folder}` : `견본 문서함 ${folder}번 철`,
    sensitivity: kind === 'attendanceSheet' ? 'personal' : 'internal',
  });
}

/** An entry with one of the sample's pictures as its file; `index` tells those of one center apart. */
export function addPicture({ center, add }: SampleCast, index: number, takenOn: IsoDate): RecordId {
  const pictures = samplePictures();
  const picture = pictures[index % pictures.length];
  if (picture === undefined) throw new Error('There are no sample pictures');
  return add('evidence', {
    center: center.id,
    fileName: `${takenOn}_photo_sample.png`,
    kind: 'photo',
    takenOn,
    description: '견본 그림 (Sample picture)',
    sensitivity: 'public',
    mediaType: 'image/png',
    size: picture.bytes.length,
    sha256: picture.sha256,
  });
}
