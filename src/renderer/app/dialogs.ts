import type { AdoptProposal } from '../../bridge/types';
import type { RuleId } from '../../core/check/finding';
import type { Subject } from '../../core/graph/references';
import type { ChangeRequest } from '../../core/plan/types';
import { createStore } from './store';

/** The dialogs of the shell; one at a time. */
export type ShellDialog =
  | { readonly kind: 'new-workspace' }
  | { readonly kind: 'adopt'; readonly proposal: AdoptProposal }
  | { readonly kind: 'new-brief' }
  | { readonly kind: 'duplicate'; readonly slug: string }
  | { readonly kind: 'delete'; readonly slugs: readonly string[] }
  | { readonly kind: 'change'; readonly request: ChangeRequest }
  | { readonly kind: 'rename'; readonly what: Renamed; readonly id: string }
  /** Entities by slug, outlets by name. */
  | {
      readonly kind: 'merge';
      readonly what: 'entity' | 'outlet';
      readonly ids: readonly string[];
    }
  | { readonly kind: 'undo-change'; readonly way: 'undo' | 'redo' }
  | { readonly kind: 'used'; readonly subject: Subject; readonly name: string }
  | WaiveRequest
  | { readonly kind: 'import'; readonly what: 'entity' | 'outlet'; readonly source: ImportSource }
  | { readonly kind: 'palette' }
  | { readonly kind: 'quick-open' }
  | { readonly kind: 'settings'; readonly tab?: SettingsTab }
  | { readonly kind: 'export'; readonly slugs: readonly string[]; readonly allReady: boolean }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' };

/** A finding that is to be let stand, as a waiver names it. */
export interface WaiveRequest {
  readonly kind: 'waive';
  readonly slug: string;
  readonly rule: RuleId;
  readonly text: string;
  readonly nth?: number;
  /** What the finding says. */
  readonly message: string;
}

/** Where records come from: a file's text, or what the briefs name. */
export type ImportSource =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'briefs'; readonly records: readonly object[] };

/** What can be renamed in all files: a brief or an entity by its slug, all else by name. */
export type Renamed = 'brief' | 'entity' | 'lens' | 'head' | 'outlet';

export type SettingsTab = 'general' | 'vocabularies' | 'balance' | 'rules' | 'files';

/** What each dialog of the shell is given. */
export interface ShellDialogProps<Kind extends ShellDialog['kind']> {
  readonly dialog: Extract<ShellDialog, { kind: Kind }>;
  readonly onClose: () => void;
}

export const dialogStore = createStore<ShellDialog | null>(null);

export const openDialog = (dialog: ShellDialog): void => dialogStore.set(dialog);
export const closeDialog = (): void => dialogStore.set(null);
