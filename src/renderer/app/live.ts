import type { Severity } from '../../core/check/finding';
import { createStore, useStore } from './store';

/** What the editor knows of the open brief sooner than the workspace's row does. */
export interface Live {
  readonly slug: string;
  readonly title: string;
  readonly words: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** Set by the editor whenever one of the figures changes; null where no brief is open. */
export const liveStore = createStore<Live | null>(null);

export function setLive(live: Live | null): void {
  const before = liveStore.get();
  if (before && live && sameLive(before, live)) return;
  liveStore.set(live);
}

export function useLive(slug: string | null): Live | null {
  return useStore(liveStore, (live) => (live && live.slug === slug ? live : null));
}

const sameLive = (a: Live, b: Live): boolean =>
  a.slug === b.slug &&
  a.title === b.title &&
  a.words === b.words &&
  a.findings.error === b.findings.error &&
  a.findings.warning === b.findings.warning &&
  a.findings.info === b.findings.info;
