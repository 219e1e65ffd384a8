import { describe, expect, it } from 'vitest';
import { givenValues, valuesOfGiven } from '../../../../../renderer/features/records/givenValues.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';

const decision = derivedRecordId('decision');
const project = definitionOf('project');

describe('values that an address gives to a new record', () => {
  it('are those that its fields accept', () => {
    const given = givenValues(project, { decision, status: 'approved', budget: 'much', nonsense: 1 });
    expect(given).toEqual({ decision, status: 'approved' });
    expect(valuesOfGiven(project, given)).toEqual({ decision, status: 'approved' });
  });

  it.each([undefined, null, 'text', [], {}, { status: null }])('are none in %j', (from) => {
    expect(givenValues(project, from)).toBeNull();
  });
});
