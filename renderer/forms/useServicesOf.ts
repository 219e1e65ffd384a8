import { useMemo } from 'react';
import { evidenceDay } from '../../shared/records/evidenceDay.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { AnyValues } from '../../shared/schema/fieldSpec.ts';
import type { FormServices } from './formServices.ts';

/** The services of a form that know of which day its record is. */
export function useServicesOf(
  services: FormServices,
  definition: AnyRecordDefinition,
  values: AnyValues,
): FormServices {
  const day = evidenceDay(definition, values);
  return useMemo(() => ({ ...services, evidenceDay: day }), [services, day]);
}
