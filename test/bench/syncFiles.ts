import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { recordSetOf } from '../../shared/records/recordSet.ts';
import { definitionOf } from '../../shared/records/registry.ts';
import { applyChanges } from '../../shared/sync/applyChange.ts';
import { planUpdate } from '../../shared/sync/planEdit.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import type { GridCell, WorkbookDocument } from '../../shared/workbook/grid.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import type { Replica } from '../support/exchange.ts';
import { allRecords, freshReplica, replicaWithConsultations } from './benchRecords.ts';
import { withCellEdits } from './cellEdits.ts';

export const syncFileNames = {
  workbook: 'received.xlsx',
  records: 'records.v8',
  parent: 'parent.csv',
  local: 'local.csv',
  remote: 'remote.csv',
} as const;

/** Every so many consultations: edited by the sender in Fieldbook, in Excel afterwards, and by the receiver. */
const editedQuestion = 'Question as the center corrected it.';
const edited = { sent: 200, cells: 250, here: 500 } as const;

/**
 * Two replicas that held the same log: the one sends its workbook with about 1 % of the rows changed, the other has
 * edits of its own. The same three states are written as CSV for a merge of plain tables. Gives how many rows of the
 * workbook say something new to the receiver.
 */
export async function writeSyncFiles(folder: string, count: number): Promise<number> {
  const sender = replicaWithConsultations(count);
  const write = (name: keyof typeof syncFileNames, content: string | Uint8Array) =>
    writeFileSync(join(folder, syncFileNames[name]), content);
  write('parent', csvOf(sender.export()));
  const receiver = freshReplica('benchoffice1', 2);
  receiver.records = sender.records;
  editEvery(receiver, edited.here, 3, { advice: 'Advice as the office corrected it.' });
  write('records', serialize(allRecords(receiver.records)));
  write('local', csvOf(receiver.export()));
  editEvery(sender, edited.sent, 7, { result: 'planned', question: editedQuestion });
  const sent = withCellEdits(sender.export(), edited.cells);
  write('remote', csvOf(sent));
  const written = await writeWorkbook(sent);
  if (!written.ok) throw new Error(written.error.detail);
  write('workbook', written.value);
  return changedRows(sent);
}

/** Rows that were edited before the export, in Excel afterwards, or both. */
function changedRows(sent: WorkbookDocument): number {
  const sheet = sent.sheets.find(({ name }) => name === 'Consultations');
  const rows = sheet?.kind === 'table' ? sheet.rows : [];
  return rows.filter((row, index) => index % edited.cells === 0 || row.includes(editedQuestion)).length;
}

/** One set after all edits: a set on top of a set for each is the replica's way, not the product's. */
function editEvery(replica: Replica, every: number, first: number, values: StoredRecord['values']): void {
  const definition = definitionOf('consultation');
  const consultations = replica.records.all('consultation');
  const changed = new Map(
    consultations.flatMap((record, index) => {
      if (index % every !== first) return [];
      const changes = planUpdate(definition, record, { ...record.values, ...values }, replica.issue);
      return [[record.id, applyChanges(definition, record, changes) ?? record] as const];
    }),
  );
  replica.records = recordSetOf(
    allRecords(replica.records).map((record) => changed.get(record.id) ?? record),
  );
}

/** The visible cells of the consultations. */
function csvOf(document: WorkbookDocument): string {
  const sheet = document.sheets.find(({ name }) => name === 'Consultations');
  if (sheet?.kind !== 'table') throw new Error('no consultations');
  const lines = [sheet.header.map(({ text }) => text), ...sheet.rows].map((row) =>
    row.map(csvCell).join(','),
  );
  return `${lines.join('\n')}\n`;
}

function csvCell(cell: GridCell): string {
  const text =
    cell === null
      ? ''
      : typeof cell !== 'object'
        ? String(cell)
        : cell.kind === 'date'
          ? cell.date
          : cell.text;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
