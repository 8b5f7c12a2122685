import type { Severity } from '../core/check/finding';
import type { Waiver } from '../core/waive/waiver';
import type { EntityChange } from '../core/workspace/entity-change';
import type { BriefEntry, Entity, Outlet, Settings } from '../core/workspace/workspace';

/** Something that a user must know: what happened, and what to do about it. */
export interface Problem {
  readonly code: ProblemCode;
  /** One or two sentences, ready to be shown. */
  readonly message: string;
}

export type ProblemCode =
  | 'not-found'
  | 'no-permission'
  | 'disk-full'
  | 'read-only'
  | 'not-utf8'
  | 'not-json'
  | 'not-valid'
  | 'not-a-workspace'
  | 'exists'
  | 'bad-slug'
  | 'outside-workspace'
  | 'vanished'
  | 'too-large'
  | 'io';

/** A file of the workspace (its path relative to the workspace) that can't be used as it is. */
export interface FileProblem extends Problem {
  readonly file: string;
  /** Line and column from 1, where the fault has a place. */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** True where a last good copy is kept that `restoreLastGood` brings back. */
  readonly lastGood: boolean;
}

/** A brief by what others need to know of it. */
export type KnownBrief = Pick<BriefEntry, 'slug' | 'title' | 'date' | 'claims'>;

/**
 * A value as JSON. The bridge into the page copies objects one by one, which holds it up where they
 * are thousands; a text it hands over as it is.
 */
export type JsonText<T> = string & { readonly json?: T };

/** Some of a registry that is told in parts, because its entities are many. */
export interface EntityPart {
  /** The place of its first record; 0 begins anew. */
  readonly from: number;
  /** The place after its last one: that of the whole is `total`. */
  readonly to: number;
  readonly total: number;
  readonly records: JsonText<readonly Entity[]>;
}

/** A brief in the list. */
export interface BriefRow extends KnownBrief {
  readonly type: string;
  readonly heads: readonly string[];
  readonly lenses: readonly string[];
  readonly takes: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Milliseconds since 1970 of the file's last change. */
  readonly modified: number;
  /** Set where the file can't be read; the other columns are empty then. */
  readonly problem: Problem | null;
}

/** Rows as they are sent, by columns: thousands of them come at once. */
export interface RowColumns
  extends Columns<Pick<BriefRow, 'slug' | 'title' | 'date' | 'claims' | 'type' | 'takes'>>,
    Columns<Pick<BriefRow, 'modified' | 'problem'>>,
    Columns<Record<Severity, number>> {
  /** Places in `lists`. */
  readonly heads: readonly number[];
  readonly lenses: readonly number[];
  readonly lists: readonly (readonly string[])[];
}

type Columns<Row> = { readonly [Name in keyof Row]: readonly Row[Name][] };

export interface RecentWorkspace {
  readonly id: string;
  readonly name: string;
  /** For display; the page never sends it back. */
  readonly path: string;
  /** False where the folder is not there now. */
  readonly present: boolean;
}

/** Everything that the page knows of an open workspace. */
export interface WorkspaceState {
  /** Stable over starts: derived from the folder's real path. */
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** Why nothing can be written, as a sentence; null where it can. */
  readonly readOnly: string | null;
  readonly settings: Settings;
  readonly entities: readonly Entity[];
  /** True until the entities are told: they are too many to be waited for. */
  readonly areEntitiesUnread: boolean;
  readonly outlets: readonly Outlet[];
  readonly waivers: readonly Waiver[];
  readonly problems: readonly FileProblem[];
  readonly index: IndexState;
  /** What `undoChange` would take back, as a sentence without a full stop; null where there is nothing. */
  readonly undoable: string | null;
  /** What `redoChange` would do again, said alike. */
  readonly redoable: string | null;
  readonly briefs: readonly BriefRow[];
  /** Briefs that are there but not read yet; their rows follow. */
  readonly unread: JsonText<readonly string[]>;
  readonly published: readonly KnownBrief[];
  /** Who lists an open brief in Related, by its slug; without an entry it is not known yet. */
  readonly listedBy: Readonly<Record<string, readonly string[]>>;
  readonly drafts: readonly Draft[];
  readonly exportFolder: string | null;
  /** What the page asked to be remembered (`remember`). */
  readonly memory: Memory;
}

/** The workspace as it is told to the page: there may be a hundred thousand entities. */
export type ToldWorkspace = Omit<WorkspaceState, 'entities' | 'areEntitiesUnread'> & {
  /** Null where they follow in parts. */
  readonly entities: JsonText<readonly Entity[]> | null;
};

/** How far the workspace has been read and checked. */
export interface IndexState {
  /** `cancelled`: what was not read or checked yet stays so until somebody asks for it. */
  readonly phase: 'reading' | 'checking' | 'ready' | 'cancelled';
  readonly done: number;
  readonly total: number;
  /** Grows with each change of what queries would answer. */
  readonly version: number;
}

/** Layout and place, remembered by the page for each workspace: plain JSON, at most 64 KB. */
export type Memory = { readonly [key: string]: unknown };

/** Text that was typed and never saved, found in the journal. */
export interface Draft {
  readonly slug: string;
  /** Milliseconds since 1970 of the last keystroke kept. */
  readonly at: number;
}

/** A brief's text as the editor holds it, with what is needed to write it back byte for byte. */
export interface BriefText {
  /** Without a byte-order mark; with `\n` only, where `eol` is `crlf`; else exactly the file's. */
  readonly text: string;
  /** `mixed`: the file's line breaks differ; the text keeps them as they are. */
  readonly eol: 'lf' | 'crlf' | 'mixed';
  readonly bom: boolean;
  /** SHA-256 of the file's bytes, in hex: what a save is based on. */
  readonly hash: string;
}

export interface OpenedBrief {
  readonly kind: 'opened';
  readonly slug: string;
  readonly disk: BriefText;
  /** Unsaved text of an earlier session that differs from the file. */
  readonly draft: { readonly text: string; readonly at: number; readonly base: string } | null;
  /** Why it can't be written, as a sentence. */
  readonly readOnly: string | null;
}

export type Failed = { readonly kind: 'problem'; readonly problem: Problem };
/** What was asked for, or why there is none. */
export type Answer<T> = { readonly kind: 'answer'; readonly answer: T } | Failed;
export type Done = { readonly kind: 'done' };
/** What a change to many files has come to. */
export interface Changed {
  /** How many files it was about; one that was renamed is one. */
  readonly files: number;
  /** The briefs that are not there any more under their slugs; `to` is null for one that is deleted. */
  readonly moved: readonly { readonly slug: string; readonly to: string | null }[];
}
export type Cancelled = { readonly kind: 'cancelled' };

export type SaveResult =
  | { readonly kind: 'saved'; readonly hash: string }
  /** The file is no longer what the text was based on; `disk` is null where it is gone. */
  | { readonly kind: 'conflict'; readonly disk: BriefText | null }
  | Failed;

export interface SaveRequest {
  readonly slug: string;
  readonly text: string;
  readonly eol: BriefText['eol'];
  readonly bom: boolean;
  /** The hash of the bytes that the text is based on; null to create the file, which must not exist. */
  readonly base: string | null;
}

/** What adopting a folder of briefs would write; nothing is written before it is accepted. */
export interface AdoptProposal {
  readonly token: string;
  readonly path: string;
  readonly briefs: number;
  readonly settings: Settings;
  readonly entities: readonly Entity[];
  readonly outlets: readonly Outlet[];
  /** Files to be made, relative to the folder. */
  readonly files: readonly string[];
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly workspace: ToldWorkspace }
  | { readonly kind: 'adoptable'; readonly proposal: AdoptProposal }
  | Cancelled
  | Failed;

export interface NewWorkspace {
  /** From `chooseFolder`. */
  readonly token: string;
  readonly settings: Settings;
  readonly withSample: boolean;
}

export interface ExportFile {
  readonly slug: string;
  /** Relative to the export folder. */
  readonly path: string;
  /**
   * `changed-outside`: someone else changed the target since the last export (or it was never
   * exported from here and differs); written only where `overwrite` names it.
   */
  readonly state: 'new' | 'changed' | 'unchanged' | 'changed-outside';
  /** The target's text now, null where there is none; for the diff. */
  readonly before: string | null;
  readonly after: string;
}

export interface ExportPlan {
  readonly id: string;
  readonly folder: string;
  readonly files: readonly ExportFile[];
  /** Briefs that the gate holds back, each with its errors. */
  readonly blocked: readonly {
    readonly slug: string;
    readonly errors: readonly { readonly line: number; readonly message: string }[];
  }[];
}

export type ExportResult =
  | { readonly kind: 'exported'; readonly written: number; readonly unchanged: number }
  /** Nothing was written, or what was written has been put back. */
  | Failed;

export interface Boot {
  readonly version: string;
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly recent: readonly RecentWorkspace[];
  /** The outcome of opening what the start asked for; null where it asked for nothing. */
  readonly open: OpenResult | null;
}

/** What changed in the open workspace; only the named parts are present. */
export type WorkspacePatch = Partial<
  Pick<
    WorkspaceState,
    | 'readOnly'
    | 'settings'
    | 'outlets'
    | 'waivers'
    | 'problems'
    | 'index'
    | 'undoable'
    | 'redoable'
    | 'listedBy'
    | 'exportFolder'
    | 'drafts'
  >
> & {
  /** Rows that are new or changed. */
  readonly rows?: JsonText<RowColumns>;
  readonly entities?: JsonText<readonly Entity[]>;
  readonly moreEntities?: EntityPart;
  /** Of entities that were told in parts. */
  readonly entityChange?: JsonText<EntityChange>;
  readonly published?: JsonText<readonly KnownBrief[]>;
  /** Slugs that are gone. */
  readonly gone?: readonly string[];
};

/** A file of an open brief changed by another program. */
export interface OutsideChange {
  readonly slug: string;
  /** Null where the file is gone. */
  readonly disk: BriefText | null;
}

export type ZoomStep = 'in' | 'out' | 'reset';
