import type { IsoDate } from '../../shared/core/dates.ts';
import type { RecordId } from '../../shared/core/ids.ts';
import type { Result } from '../../shared/core/result.ts';
import type { ReferenceBook } from '../../shared/schema/codec.ts';
import type { AnyRecordDefinition, RecordLookup } from '../../shared/schema/defineRecord.ts';
import type { AnyValues } from '../../shared/schema/fieldSpec.ts';
import type { PickerOption } from '../ui/pickerOptions.ts';
import type { EvidenceServices } from './evidenceServices.ts';

/** What a form asks of the world around it; given through props, because forms know no storage. */
export interface FormServices {
  readonly today: IsoDate;
  /** IANA zone of this computer. */
  readonly timeZone: string;
  readonly lookup: RecordLookup;
  readonly references: ReferenceBook;
  readonly evidence: EvidenceServices;
  /** The day of the record that is written or shown: what a file that says none is proposed to be of. */
  readonly evidenceDay?: IsoDate | null;
  /** Null for a type that cannot be made on the spot. */
  definitionOf(type: string): AnyRecordDefinition | null;
  /** The records that a reference may mean. */
  options(type: string): readonly PickerOption[];
  /** What a new record of a type starts with. */
  initialValues(definition: AnyRecordDefinition): AnyValues;
  /** Fields that go without saying: the center, where there is only one. */
  isHidden(definition: AnyRecordDefinition, field: string): boolean;
  /** Makes a record on the spot; the error is a sentence. */
  create(type: string, values: AnyValues): Promise<Result<RecordId, string>>;
}
