import type { GraphView } from '../graph/view';
import { Draft } from './draft';
import { briefFile } from './files';
import type { Outside } from './types';
import type { PlannedFile, PlanResult } from './whole';

/** The texts of the workspace's other files, by their path in it; null for one that is not there. */
export interface FileTexts {
  text(file: string): string | null;
}

/** Why there is no plan. */
export class Refused extends Error {}

/** Ends the planning with a reason that a person can read. */
export function refuse(reason: string): never {
  throw new Refused(reason);
}

/** The files of a plan in the making. */
export class Drafts {
  readonly outside: Outside[] = [];
  readonly remarks: string[] = [];
  readonly #drafts = new Map<string, Draft>();
  readonly #unread = new Set<string>();

  constructor(
    readonly view: GraphView,
    readonly files: FileTexts,
  ) {}

  /** A brief of the workspace; null where its text can't be read, which is remarked. */
  brief(slug: string): Draft | null {
    const file = briefFile(slug);
    const known = this.#drafts.get(file);
    if (known) return known;
    const text = this.view.text(slug);
    if (text === null) {
      this.#unread.add(slug);
      return null;
    }
    return this.#put(new Draft(file, slug, text));
  }

  /** Another file; null where there is none. */
  file(file: string): Draft | null {
    const known = this.#drafts.get(file);
    if (known) return known;
    const text = this.files.text(file);
    return text === null ? null : this.#put(new Draft(file, null, text));
  }

  /** Another file, which is made where there is none. */
  fileOrNew(file: string): Draft {
    return this.file(file) ?? this.#put(new Draft(file, null, null));
  }

  /** @param title what it does, as a sentence without a full stop */
  result(title: string): PlanResult {
    for (const slug of [...this.#unread].slice(0, MOST_NAMED)) {
      this.remarks.push(`${briefFile(slug)} can’t be read, so it stays as it is.`);
    }
    const touched = [...this.#drafts.values()].filter((draft) => draft.isTouched);
    const planned = touched.map((draft) => ({ draft, changes: draft.changes() }));
    const files = planned.map(({ draft: { file, to, slug }, changes }) => ({
      file,
      to,
      slug,
      changes: changes.map(({ change }) => change),
    }));
    const { outside, remarks } = this;
    const whole = planned.map(
      ({ draft: { file, to, before }, changes }): PlannedFile => ({ file, to, before, changes }),
    );
    return { ok: true, plan: { plan: { id: '', title, files, outside, remarks }, files: whole } };
  }

  #put(draft: Draft): Draft {
    this.#drafts.set(draft.file, draft);
    return draft;
  }
}

/** So many briefs are named one by one in remarks. */
export const MOST_NAMED = 10;
