import type { AnyRecordDefinition } from '../schema/defineRecord.ts';

/** Every record type, in the order of sheets and menus. */
export const recordDefinitions: readonly AnyRecordDefinition[] = [];

const definitionByType = new Map(recordDefinitions.map((definition) => [definition.type, definition]));

/** Null for a type that this version does not know. */
export function findDefinition(type: string): AnyRecordDefinition | null {
  return definitionByType.get(type) ?? null;
}

/** The definition of a type that the code itself names; throws for a typing mistake. */
export function definitionOf(type: string): AnyRecordDefinition {
  const definition = definitionByType.get(type);
  if (definition === undefined) throw new Error(`No record type “${type}”`);
  return definition;
}
