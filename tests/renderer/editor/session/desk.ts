import type { BriefText, OpenedBrief, SaveRequest, SaveResult } from '../../../../src/bridge/types';
import { Session } from '../../../../src/renderer/editor/session/session';
import { Clock } from '../clock';
import { SMALL } from '../texts';

const hashOf = (text: string): string => `hash of ${text.length} ${text}`;

export const diskOf = (text: string): BriefText => ({
  text,
  eol: 'lf',
  bom: false,
  hash: hashOf(text),
});

/** A main process whose one file is in memory, and can be made to fail. */
export class Desk {
  readonly clock = new Clock();
  file: BriefText | null = diskOf(SMALL);
  kept: { text: string; base: string } | null = null;
  copies: string[] = [];
  log: string[] = [];
  failing = false;
  /** Set: saves wait until it is called. */
  release: (() => void) | null = null;
  slow = false;

  readonly bridge = {
    saveBrief: async (request: SaveRequest): Promise<SaveResult> => {
      this.log.push('save');
      if (this.slow) await new Promise<void>((resolve) => (this.release = resolve));
      if (this.failing) {
        return { kind: 'problem', problem: { code: 'disk-full', message: 'The disk is full.' } };
      }
      if ((this.file?.hash ?? null) !== request.base) return { kind: 'conflict', disk: this.file };
      this.file = { ...diskOf(request.text), eol: request.eol, bom: request.bom };
      return { kind: 'saved', hash: this.file.hash };
    },
    journal: async (_slug: string, text: string, base: string) => {
      this.log.push('journal');
      this.kept = { text, base };
      return { kind: 'done' } as const;
    },
    discardDraft: async () => {
      this.log.push('discard');
      this.kept = null;
      return { kind: 'done' } as const;
    },
    saveCopy: async (text: string) => {
      this.copies.push(text);
      return { kind: 'done' } as const;
    },
    openBrief: async (slug: string): Promise<OpenedBrief> => this.opened(slug),
    closeBrief: async (slug: string) => {
      this.log.push(`close ${slug}`);
      return { kind: 'done' } as const;
    },
  };

  opened(slug = 'talks', change: Partial<OpenedBrief> = {}): OpenedBrief {
    const disk = this.file ?? diskOf('');
    return { kind: 'opened', slug, disk, draft: null, readOnly: null, ...change };
  }

  open(change: Partial<OpenedBrief> = {}): Session {
    return new Session(this.opened('talks', change), this.bridge, this.clock, null);
  }

  /** Another program writes the file (null: deletes it), and the page is told. */
  outside(session: Session, text: string | null): void {
    this.file = text === null ? null : diskOf(text);
    session.saver.outside(this.file);
  }
}

/** Types a word at the start of the summary. */
export function type(session: Session, word: string): void {
  const at = session.document.brief.summary?.from ?? 0;
  session.document.edit([{ from: at, to: at, insert: word }], { event: 'input.type' });
}
