import { Share, sharedBetween } from './share';
import type { Swept, Task } from './sweep';

/** What a helper is given. */
export interface HelperStart extends Task {
  /** The real path of the workspace. */
  readonly root: string;
  readonly share: SharedArrayBuffer;
}

/** Another thread that reads briefs from the same share. */
export interface Helper {
  readonly share: Share;
  /** Null where it failed: what it took is then not read. */
  readonly done: Promise<Swept | null>;
}

/** A helper of the built `half.ts`. */
export async function helperAt(path: string | URL, root: string, task: Task): Promise<Helper> {
  // Most runs have no helper.
  const { Worker } = await import('node:worker_threads');
  const shared = sharedBetween();
  const workerData: HelperStart = { ...task, root, share: shared };
  const worker = new Worker(path, { workerData });
  const done = new Promise<Swept | null>((resolve) => {
    worker.once('message', (swept: Swept) => resolve(swept));
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
  return { share: new Share(task.slugs.length, shared), done };
}
