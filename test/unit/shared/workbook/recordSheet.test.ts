import { expect, it } from 'vitest';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { recordSheet } from '../../../../shared/workbook/recordSheet.ts';
import { knowledgeOf } from '../../../support/foreignLogs.ts';

it('the headers of a sheet mark what every row must have, and not what some rows may leave empty', () => {
  const { table } = recordSheet(definitionOf('budgetEntry'), [], [], {
    context: knowledgeOf().context,
    redact: false,
    nameRange: () => null,
  });
  const required = table.header.flatMap((header) => (header.required ? [header.text] : []));
  expect(required).toContain('Source');
  expect(required).not.toContain('Category');
});
