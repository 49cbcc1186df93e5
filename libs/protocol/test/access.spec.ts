import { readFileSync } from 'node:fs';
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

  it('is what the table of docs/security.md says', () => {
    const page = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8');
    const rows = page.matchAll(/^\| `(\w+)`( [\w, ]*?)? *\| (yes)? *\| (yes)? *\| (yes)? *\|$/gm);
    const documented = new Set<string>();
    for (const [, method = '', questions = '', operator, worker, viewer] of rows) {
      const path = paths.find((each) => each.endsWith(`/${method}`)) ?? method;
      documented.add(path);
      for (const question of questions.split(',').map((text) => text.trim())) {
        const roles = rolesForRequest(path, { question });
        const said = { operator: operator !== undefined, worker: worker !== undefined, viewer: viewer !== undefined };
        for (const role of ['operator', 'worker', 'viewer'] as const)
          expect([method, question, role, roles.includes(role)]).toEqual([method, question, role, said[role]]);
      }
    }
    expect(paths.filter((path) => !documented.has(path))).toEqual([]);
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
