import { Worker } from 'node:worker_threads';
import type { RelatedLine } from '../../core/graph/lists-back';
import type { BriefRecord } from '../../core/graph/record';
import type { Surroundings } from './around';
import { Share, sharedBetween } from './share';

/** What a helper is given. */
export interface HelperStart {
  readonly root: string;
  readonly around: Surroundings;
  readonly slugs: readonly string[];
  readonly published: readonly BriefRecord[];
  readonly share: SharedArrayBuffer;
}

/** What a helper has read, as a cache of its part. */
export interface Helped {
  readonly bytes: Uint8Array;
  readonly lines: readonly (readonly [slug: string, line: RelatedLine])[];
}

/** Another thread that reads briefs from the same share. */
export interface Helper {
  readonly share: Share;
  /** Null where it failed: what it took is then not read. */
  readonly done: Promise<Helped | null>;
}

export type Helping = (start: Omit<HelperStart, 'share'>) => Helper;

/** Helpers of the built `half.ts`. */
export function helperAt(path: string | URL): Helping {
  return (start) => {
    const shared = sharedBetween();
    const workerData: HelperStart = { ...start, share: shared };
    const worker = new Worker(path, { workerData });
    const done = new Promise<Helped | null>((resolve) => {
      worker.once('message', (helped: Helped) => resolve(helped));
      worker.once('error', () => resolve(null));
      worker.once('exit', () => resolve(null));
    });
    return { share: new Share(start.slugs.length, shared), done };
  };
}
