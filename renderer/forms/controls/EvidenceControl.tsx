import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { sortedSet } from '../../../shared/schema/codecs/choices.ts';
import { evidenceType } from '../../../shared/schema/codecs/references.ts';
import { EvidenceCards } from '../EvidenceCards.tsx';
import { EvidenceDrop } from '../EvidenceDrop.tsx';
import { type ControlProps, labelId } from './controlProps.ts';
import { idsOf, ReferencePicker } from './ReferenceControls.tsx';

/** The entries of evidence that belong to a record: chosen from those that are here, or made of new files. */
export function EvidenceControl(props: ControlProps<'evidence'>) {
  const { id, input, services, onInput } = props;
  const ids = idsOf(input.value);
  const change = (next: readonly RecordId[]): void => {
    const known = next.filter(isRecordId);
    onInput({ value: known.length === 0 ? undefined : sortedSet(known) });
  };
  return (
    <EvidenceDrop
      services={services}
      labelledBy={labelId(id)}
      onAttached={(added) => change([...new Set([...ids, ...added])])}
    >
      <EvidenceCards services={services} ids={ids} />
      <ReferencePicker {...props} to={evidenceType} ids={ids} multiple onChange={change} />
    </EvidenceDrop>
  );
}
