import {
  controlServiceDefinition,
  guardedPaths,
  mayCall,
  rolesFor,
  rolesForRequest,
  workerServiceDefinition,
} from '@filigree/protocol';

const paths = [workerServiceDefinition, controlServiceDefinition].flatMap((service) =>
  Object.values(service).map((method) => method.path),
);

describe('who may call what', () => {
  it('is said for every RPC of filigree.v1', () => {
    expect(paths.filter((path) => rolesFor(path).length === 0)).toEqual([]);
    expect(guardedPaths().filter((path) => path.startsWith('/filigree.v1.') && !paths.includes(path))).toEqual([]);
  });

  it('keeps workers from cancelling, clearing and submitting', () => {
    for (const method of ['Cancel', 'Clear', 'Submit', 'Retry', 'Pause', 'Drain']) {
      expect(mayCall('worker', `/filigree.v1.ControlService/${method}`)).toBe(false);
      expect(mayCall('operator', `/filigree.v1.ControlService/${method}`)).toBe(true);
    }
  });

  it('lets viewers look and change nothing', () => {
    const allowed = paths.filter((path) => mayCall('viewer', path)).map((path) => path.split('/')[2]);
    expect(allowed.sort()).toEqual(['AskGraph', 'DumpGraph', 'GetJob', 'GetStatus', 'ListJobs', 'Wait', 'Watch']);
  });

  it('lets viewers ask what this program asks for them, and neither free queries nor what writes', () => {
    const path = '/filigree.v1.ControlService/AskGraph';
    const may = (role: 'viewer' | 'operator', question: unknown): boolean =>
      rolesForRequest(path, { question }).includes(role);
    for (const question of ['company', 'person', 'filing', 'events', 'stats'])
      expect(may('viewer', question)).toBe(true);
    for (const question of ['query', 'Query', 'query ', 'resolve', 'clear', '', 'constructor', undefined, ['stats']]) {
      expect(may('viewer', question)).toBe(false);
      expect(may('operator', question)).toBe(true);
    }
  });

  it('gives leases and filing bytes to workers alone', () => {
    for (const path of ['/filigree.v1.WorkerService/Work', '/filigree.v1.WorkerService/ReadFiling']) {
      expect(mayCall('worker', path)).toBe(true);
      expect(mayCall('operator', path)).toBe(false);
      expect(mayCall('viewer', path)).toBe(false);
    }
  });

  it('refuses an RPC that nobody spoke of', () => {
    expect(mayCall('operator', '/filigree.v1.ControlService/Explode')).toBe(false);
  });
});
