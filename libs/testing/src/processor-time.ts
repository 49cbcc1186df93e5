/**
 * The processor's time that the act takes, in milliseconds. It is for bounds on work, which must not depend on what else
 * the machine does.
 */
export function processorMs(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
