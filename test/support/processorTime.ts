/**
 * Milliseconds that this process has worked so far. What one test's own work takes is the same beside other tests, which
 * a clock on the wall does not say; each file of tests has a process to itself.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
