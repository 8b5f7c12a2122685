import { join } from 'node:path';
import * as v from 'valibot';
import { isSlug } from '../../core/format/slug';
import type { Disk } from '../../disk/files/disk';
import { isMissing } from '../../disk/files/disk';
import {
  makeFolders,
  namesIn,
  readIfThere,
  sweepTemporary,
  writeDurable,
} from '../../disk/files/durable';
import { Queues } from '../../disk/files/queue';

const DRAFT = v.object({
  slug: v.pipe(v.string(), v.check(isSlug)),
  at: v.number(),
  base: v.string(),
  text: v.string(),
});

/** Typed text that is not saved yet. `base` is the hash of the file it was typed on. */
export type DraftText = v.InferOutput<typeof DRAFT>;

/** The drafts of one workspace, kept outside of it; one file a brief. */
export class Journal {
  readonly #queues = new Queues();
  readonly #newest = new Map<string, DraftText | null>();
  #ready: Promise<void> | null = null;

  constructor(
    readonly disk: Disk,
    readonly folder: string,
  ) {}

  /** Settles once this text, or a newer one of the same brief, is on the disk. */
  async keep(draft: DraftText): Promise<void> {
    this.#newest.set(draft.slug, draft);
    await this.#inTurn(draft.slug);
  }

  /** Forgets the draft, or only one that says just what was saved. */
  async discard(slug: string, savedText?: string): Promise<void> {
    if (savedText !== undefined) {
      const draft = this.#newest.get(slug) ?? (await this.read(slug));
      if (draft?.text !== savedText) return;
    }
    this.#newest.set(slug, null);
    await this.#inTurn(slug);
  }

  /** Null where there is none; one that can't be read is passed over and left in its place. */
  async read(slug: string): Promise<DraftText | null> {
    const bytes = await readIfThere(this.disk, this.#path(slug));
    if (!bytes) return null;
    const read = v.safeParse(DRAFT, parse(bytes.toString('utf8')));
    return read.success && read.output.slug === slug ? read.output : null;
  }

  async list(): Promise<DraftText[]> {
    const drafts: DraftText[] = [];
    for (const name of await namesIn(this.disk, this.folder)) {
      const slug = name.replace(/\.json$/, '');
      const draft = isSlug(slug) ? await this.read(slug) : null;
      if (draft) drafts.push(draft);
    }
    return drafts;
  }

  /** Settles when nothing is left to be written. */
  async idle(): Promise<void> {
    await this.#queues.idle();
  }

  /** Brings the disk to the newest draft; a call that a later one overtook finds nothing to do. */
  async #inTurn(slug: string): Promise<void> {
    await this.#queues.run(slug, async () => {
      const draft = this.#newest.get(slug);
      if (draft === undefined) return;
      if (draft) await this.#write(draft);
      else await this.#remove(slug);
      if (this.#newest.get(slug) === draft) this.#newest.delete(slug);
    });
  }

  async #write(draft: DraftText): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(draft), 'utf8');
    try {
      await this.#prepare();
      await writeDurable(this.disk, this.#path(draft.slug), bytes);
    } catch (error) {
      this.#ready = null;
      throw error;
    }
  }

  async #remove(slug: string): Promise<void> {
    try {
      await this.disk.remove(this.#path(slug));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  async #prepare(): Promise<void> {
    this.#ready ??= makeFolders(this.disk, this.folder).then(() =>
      sweepTemporary(this.disk, this.folder),
    );
    await this.#ready;
  }

  #path(slug: string): string {
    return join(this.folder, `${slug}.json`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
