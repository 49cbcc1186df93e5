/** Who calls: the OU of its certificate, or the role of its token. */
export const ROLES = ['operator', 'worker', 'viewer', 'coordinator'] as const;
export type Role = (typeof ROLES)[number];

const ANYONE: readonly Role[] = ['operator', 'worker', 'viewer', 'coordinator'];
const READERS: readonly Role[] = ['operator', 'viewer', 'coordinator'];
const OPERATORS: readonly Role[] = ['operator', 'coordinator'];
const WORKERS: readonly Role[] = ['worker', 'coordinator'];

// One line an RPC; what is not named here nobody may call.
const ACCESS: Readonly<Record<string, readonly Role[]>> = {
  '/filigree.v1.WorkerService/Work': WORKERS,
  '/filigree.v1.WorkerService/ReadFiling': WORKERS,
  '/filigree.v1.ControlService/Submit': OPERATORS,
  '/filigree.v1.ControlService/GetStatus': READERS,
  '/filigree.v1.ControlService/Watch': READERS,
  '/filigree.v1.ControlService/Wait': READERS,
  '/filigree.v1.ControlService/ListJobs': READERS,
  '/filigree.v1.ControlService/GetJob': READERS,
  '/filigree.v1.ControlService/Retry': OPERATORS,
  '/filigree.v1.ControlService/Cancel': OPERATORS,
  '/filigree.v1.ControlService/Pause': OPERATORS,
  '/filigree.v1.ControlService/Resume': OPERATORS,
  '/filigree.v1.ControlService/Drain': OPERATORS,
  '/filigree.v1.ControlService/Clear': OPERATORS,
  '/filigree.v1.ControlService/DumpGraph': READERS,
  '/filigree.v1.ControlService/AskGraph': READERS,
  '/grpc.health.v1.Health/Check': ANYONE,
  '/grpc.health.v1.Health/Watch': ANYONE,
  '/grpc.health.v1.Health/List': ANYONE,
  '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo': ANYONE,
  '/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo': ANYONE,
  '/externalscaler.ExternalScaler/IsActive': ANYONE,
  '/externalscaler.ExternalScaler/StreamIsActive': ANYONE,
  '/externalscaler.ExternalScaler/GetMetricSpec': ANYONE,
  '/externalscaler.ExternalScaler/GetMetrics': ANYONE,
};

/** Whether `role` may call the RPC at `path` (`/package.Service/Method`). */
export function mayCall(role: Role, path: string): boolean {
  return ACCESS[path]?.includes(role) ?? false;
}

/** The roles that may call the RPC at `path`, for the message of a refusal and for the documentation. */
export function rolesFor(path: string): readonly Role[] {
  return ACCESS[path] ?? [];
}

// What these tell is the same for everyone who may look. Other questions run what the caller wrote, or write.
const OPEN_QUESTIONS: readonly string[] = ['company', 'person', 'filing', 'events', 'stats'];

/**
 * The roles that may send `request` to the RPC at `path`: a question to the graph that is not fixed by this program, and
 * one that changes the graph, is for operators alone.
 */
export function rolesForRequest(path: string, request: unknown): readonly Role[] {
  if (path !== '/filigree.v1.ControlService/AskGraph') return rolesFor(path);
  const { question } = request as { readonly question?: unknown };
  return typeof question === 'string' && OPEN_QUESTIONS.includes(question) ? rolesFor(path) : OPERATORS;
}

/** Every RPC with a rule. */
export function guardedPaths(): readonly string[] {
  return Object.keys(ACCESS);
}

/** Whether `role` may read the metrics, which are HTTP and no RPC: who may look at the status may. */
export function mayReadMetrics(role: Role): boolean {
  return READERS.includes(role);
}
