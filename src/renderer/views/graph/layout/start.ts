import { type LayoutNews, runLayout } from './run';
import type { LayoutTask } from './simulation';
// Vite makes the address of it.
// oxlint-disable-next-line import/default
import workerUrl from './worker?worker&url';

/**
 * Lays out in a worker; where none may be started, on the page, between its frames.
 * @returns the layout's cancellation
 */
export function startLayout(task: LayoutTask, hear: (news: LayoutNews) => void): () => void {
  const worker = startWorker();
  if (!worker) return runLayout(task, hear);
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutNews>) => {
    if (data.done) worker.terminate();
    hear(data);
  });
  // Only windows have an origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(task);
  return () => worker.terminate();
}

function startWorker(): Worker | null {
  try {
    return new Worker(trusted(workerUrl), { type: 'module' });
  } catch {
    return null;
  }
}

interface ScriptPolicy {
  readonly createScriptURL: (url: string) => string;
}

interface Policies {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

let policy: ScriptPolicy | null = null;

/** The page's policy takes addresses of scripts from this door only, and this one address. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('graph-layout', {
    createScriptURL: (wish) => {
      if (wish !== workerUrl) throw new Error(`${wish} is no script of the layout`);
      return wish;
    },
  });
  return policy.createScriptURL(url);
}
