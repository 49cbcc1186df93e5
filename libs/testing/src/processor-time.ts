/**
 * The processor's time that the act takes, in milliseconds: for bounds on work, to which it must not matter how much else the
 * machine does.
 */
export function processorMs(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
