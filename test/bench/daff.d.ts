/** The part of daff that the bench uses; the package has no types of its own. */
declare module 'daff' {
  interface Table {
    readonly height: number;
    getCell(column: number, row: number): unknown;
  }
  const daff: {
    readonly Csv: new () => { makeTable(text: string): Table };
    readonly CompareFlags: new () => { addPrimaryKey(column: string): void };
    /** Changes `local`; `apply` gives the number of conflicts. */
    readonly Merger: new (
      parent: Table,
      local: Table,
      remote: Table,
      flags: InstanceType<typeof daff.CompareFlags>,
    ) => { apply(): number };
  };
  export default daff;
}
