/** Says whether the page may be left; saves, or asks, before it answers. */
export type CloseGuard = () => Promise<boolean>;

const guards = new Set<CloseGuard>();

/** @returns the guard's removal */
export function addCloseGuard(guard: CloseGuard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

/** Asked before the window, or the workspace, is closed. */
export async function mayLeave(): Promise<boolean> {
  for (const guard of guards) {
    if (!(await guard())) return false;
  }
  return true;
}
