import type { Drafts } from './drafts';

/** Remarks where a brief goes from its slug and a published one is seen there again: links lead on. */
export function remarkShadowed({ view, remarks }: Drafts, slugs: Iterable<string>): void {
  for (const slug of slugs) {
    if (!view.briefs.shadows(slug)) continue;
    remarks.push(
      `A published brief has the slug “${slug}” too: links to it that stay lead there from then on.`,
    );
  }
}
