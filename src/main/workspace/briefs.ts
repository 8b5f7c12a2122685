import { join } from 'node:path';
import type {
  BriefText,
  Draft,
  Failed,
  OpenedBrief,
  SaveRequest,
  SaveResult,
} from '../../bridge/types';
import { isSlug } from '../../core/format/slug';
import type { Disk } from '../../disk/files/disk';
import { makeFolderIn, readIfThere, writeDurable } from '../../disk/files/durable';
import { insideOf } from '../../disk/files/paths';
import { attempt, failed, refuse } from '../../disk/files/problem';
import { Queues } from '../../disk/files/queue';
import { decode, encode, hashOf } from '../../disk/files/text';
import type { DraftText, Journal } from '../journal/journal';
import { BRIEFS_FOLDER, isPresent } from '../../disk/workspace/find';

/** What reading and writing briefs needs of the workspace around them. */
export interface Around {
  readonly disk: Disk;
  readonly root: string;
  readonly journal: Journal;
  /** Why nothing may be written, or null. */
  readonly readOnly: () => string | null;
  /** Told after a brief's file was written here. */
  readonly written: (slug: string) => void;
  /** Told which briefs the page has open, when that changes. */
  readonly shown: (slugs: readonly string[]) => void;
  /** Told after the file of a brief that is open was changed here, but not by the page's own save. */
  readonly edited: (slug: string, disk: BriefText) => void;
}

const NOTHING: BriefText = {
  text: '',
  eol: 'lf',
  bom: false,
  hash: hashOf(new Uint8Array()),
};

/** The files of the briefs: opened, saved and made, one thing at a time for each. */
export class Briefs {
  readonly #queues = new Queues();
  /** The last write of each brief: a save that was asked for before it ended is based on `base`. */
  readonly #writes = new Map<string, { readonly base: string | null; readonly hash: string }>();
  readonly #open = new Map<string, string | null>();

  constructor(readonly around: Around) {}

  async open(slug: string): Promise<OpenedBrief | Failed> {
    return this.#inTurn(slug, 'read', async () => {
      const bytes = await this.#bytes(slug);
      const draft = await this.around.journal.read(slug);
      if (!bytes && !draft) {
        return failed(
          'not-found',
          `${name(slug)} is not there. It may have been moved or deleted.`,
        );
      }
      const disk = bytes ? decode(bytes, name(slug)) : NOTHING;
      this.#setOpen(slug, bytes ? disk.hash : null);
      const differs = draft !== null && (!bytes || draft.text !== disk.text);
      return {
        kind: 'opened',
        slug,
        disk,
        draft: differs ? { text: draft.text, at: draft.at, base: draft.base } : null,
        readOnly: this.around.readOnly(),
      };
    });
  }

  close(slug: string): void {
    if (this.#open.delete(slug)) this.around.shown(this.opened);
  }

  async save(request: SaveRequest): Promise<SaveResult> {
    const { slug, text, base } = request;
    return this.#inTurn(slug, 'written', async () => {
      const bytes = encode(request, name(slug));
      const now = await this.#bytes(slug);
      if (!now && !(await isPresent(this.around.disk, this.around.root))) return VANISHED;
      const hash = hashOf(bytes);
      const same = now !== null && hashOf(now) === hash;
      if (!same && !this.#mayReplace(slug, now, base)) {
        return { kind: 'conflict', disk: now && decode(now, name(slug)) };
      }
      if (!same) {
        this.#mayWrite();
        this.#writes.set(slug, { base, hash });
        await this.#write(slug, bytes, now === null);
      }
      this.#settled(slug, hash);
      await this.around.journal.discard(slug, text).catch(() => undefined);
      return { kind: 'saved', hash };
    });
  }

  /** Makes a brief that must not exist. */
  async create(slug: string, text: string): Promise<{ kind: 'done' } | Failed> {
    const made = await this.save({ slug, text, eol: 'lf', bom: false, base: null });
    if (made.kind === 'conflict') {
      return failed('exists', `There is a brief “${slug}” already. Choose another slug.`);
    }
    return made.kind === 'saved' ? { kind: 'done' } : made;
  }

  /** Changes the text of a file as it stands on disk. */
  async edit(slug: string, change: (text: string) => string): Promise<{ kind: 'done' } | Failed> {
    return this.#inTurn(slug, 'written', async () => {
      this.#mayWrite();
      const disk = await this.#text(slug);
      const bytes = encode({ ...disk, text: change(disk.text) }, name(slug));
      const hash = hashOf(bytes);
      if (hash === disk.hash) return { kind: 'done' };
      this.#writes.set(slug, { base: disk.hash, hash });
      await this.#write(slug, bytes, false);
      if (this.#open.has(slug)) this.around.edited(slug, decode(bytes, name(slug)));
      this.#settled(slug, hash);
      return { kind: 'done' };
    });
  }

  /** The text on disk. */
  async text(slug: string): Promise<{ kind: 'text'; disk: BriefText } | Failed> {
    return this.#inTurn(slug, 'read', async () => {
      return { kind: 'text', disk: await this.#text(slug) };
    });
  }

  /**
   * Looks at an open brief's file again.
   * @returns what is there now, where the page does not know it yet; undefined where it does
   */
  async news(slug: string): Promise<BriefText | null | undefined> {
    if (!this.#open.has(slug)) return undefined;
    const seen = await this.#inTurn(slug, 'read', async () => {
      const bytes = await this.#bytes(slug);
      const hash = bytes && hashOf(bytes);
      const known = this.#open.get(slug);
      if (known === undefined || known === hash) return { kind: 'known' } as const;
      const disk = bytes && decode(bytes, name(slug));
      this.#open.set(slug, hash);
      return { kind: 'news', disk } as const;
    });
    return seen.kind === 'news' ? seen.disk : undefined;
  }

  get opened(): string[] {
    return [...this.#open.keys()];
  }

  /** The drafts that differ from their files. */
  async drafts(): Promise<Draft[]> {
    const drafts = await this.around.journal.list();
    const differ = await Promise.all(drafts.map((draft) => this.#differs(draft)));
    return drafts.filter((_, index) => differ[index]).map(({ slug, at }) => ({ slug, at }));
  }

  async path(slug: string): Promise<string> {
    if (!isSlug(slug) || slug.length > 200) {
      refuse('bad-slug', `“${slug}” is no slug: use small letters, digits and single hyphens.`);
    }
    const { disk, root } = this.around;
    return insideOf(disk, root, name(slug));
  }

  async idle(): Promise<void> {
    await this.#queues.idle();
  }

  async #differs(draft: DraftText): Promise<boolean> {
    try {
      const bytes = await this.#bytes(draft.slug);
      return !bytes || decode(bytes, name(draft.slug)).text !== draft.text;
    } catch {
      return true;
    }
  }

  #mayReplace(slug: string, now: Buffer | null, base: string | null): boolean {
    const hash = now && hashOf(now);
    if (hash === base) return true;
    const last = this.#writes.get(slug);
    return last !== undefined && last.hash === hash && last.base === base;
  }

  #mayWrite(): void {
    const reason = this.around.readOnly();
    if (reason) refuse('read-only', reason);
  }

  async #write(slug: string, bytes: Buffer, create: boolean): Promise<void> {
    const { disk, root } = this.around;
    if (create) await makeFolderIn(disk, join(root, BRIEFS_FOLDER));
    await writeDurable(disk, await this.path(slug), bytes, { create });
  }

  #setOpen(slug: string, hash: string | null): void {
    const isNew = !this.#open.has(slug);
    this.#open.set(slug, hash);
    if (isNew) this.around.shown(this.opened);
  }

  #settled(slug: string, hash: string): void {
    if (this.#open.has(slug)) this.#open.set(slug, hash);
    this.around.written(slug);
  }

  async #text(slug: string): Promise<BriefText> {
    const bytes = await this.#bytes(slug);
    if (!bytes) return refuse('not-found', `${name(slug)} is not there any more.`);
    return decode(bytes, name(slug));
  }

  async #bytes(slug: string): Promise<Buffer | null> {
    return readIfThere(this.around.disk, await this.path(slug));
  }

  async #inTurn<T>(
    slug: string,
    deed: 'read' | 'written',
    work: () => Promise<T>,
  ): Promise<T | Failed> {
    const result = await this.#queues.run(slug, () => attempt(name(slug), deed, work));
    return (await this.#isVanished(result)) ? VANISHED : result;
  }

  async #isVanished(result: unknown): Promise<boolean> {
    const isFailed = typeof result === 'object' && result !== null && 'problem' in result;
    return isFailed && !(await isPresent(this.around.disk, this.around.root));
  }
}

const VANISHED = failed(
  'vanished',
  'The workspace’s folder is gone. Connect its drive again; your text is kept until then.',
);

function name(slug: string): string {
  return `${BRIEFS_FOLDER}/${slug}.md`;
}
