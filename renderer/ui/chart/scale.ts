/** Round numbers from zero that reach the highest value: 0, 20, 40 …; three to six of them. */
export function roundTicks(most: number): readonly number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? most;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Round numbers of things that cannot be halved. */
export function wholeTicks(most: number): readonly number[] {
  const ticks = roundTicks(most).filter(Number.isInteger);
  return ticks.length > 1 ? ticks : [0, 1];
}

/** The highest value of a chart, of whole stacks where they stand on one another. */
export function highest(
  series: readonly { readonly values: readonly (number | null)[] }[],
  stacked: boolean,
): number {
  if (!stacked) return Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const categories = Math.max(0, ...series.map(({ values }) => values.length));
  const sums = Array.from({ length: categories }, (_, index) =>
    series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  );
  return Math.max(0, ...sums);
}
