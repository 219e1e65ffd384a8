import { columnAddress, type SheetField } from './columns.ts';
import type { IncomingSheet } from './incomingRows.ts';

const presentFieldsBySheet = new WeakMap<IncomingSheet, readonly SheetField[]>();

/** The fields of which the file has a column. */
export function presentFields(sheet: IncomingSheet): readonly SheetField[] {
  let fields = presentFieldsBySheet.get(sheet);
  if (fields === undefined) {
    fields = sheet.layout.fields.filter((field) =>
      addressesOf(sheet, field).some((address) => sheet.positions.has(address)),
    );
    presentFieldsBySheet.set(sheet, fields);
  }
  return fields;
}

const addressesByField = new WeakMap<SheetField, readonly string[]>();

/** The addresses of a field's columns, as the layout has them. */
export function addressesOf(sheet: IncomingSheet, field: SheetField): readonly string[] {
  let addresses = addressesByField.get(field);
  if (addresses === undefined) {
    addresses = columnsOf(sheet, field);
    addressesByField.set(field, addresses);
  }
  return addresses;
}

function columnsOf(sheet: IncomingSheet, field: SheetField): readonly string[] {
  return sheet.layout.columns
    .slice(field.firstColumn, field.firstColumn + field.columnCount)
    .map((column) => columnAddress(column));
}
