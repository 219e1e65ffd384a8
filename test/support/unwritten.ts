import type { StoredRecord } from '../../shared/sync/record.ts';

/** What a record has beside its values when nobody wrote it: for tests that look at values alone. */
export const unwritten: Omit<StoredRecord, 'id' | 'type' | 'centerId' | 'values'> = {
  stamps: {},
  knows: {},
  siblings: {},
  deleted: false,
  deletedSeeing: [],
  resolved: {},
  sample: false,
  createdBy: '',
  createdAt: 0,
};
