import type { EntitiesMet } from '../workspace/registries';
import type { EntityPart, IndexState, JsonText, KnownBrief, RowColumns } from '../../bridge/types';
import type { EntityChange } from '../../core/workspace/entity-change';
import type { Engine } from './engine';
import type { Around } from './around';

/** What an engine can be asked. */
export type Asks = Pick<
  Engine,
  'findings' | 'search' | 'references' | 'graph' | 'balance' | 'uses' | 'plan' | 'judge' | 'refresh'
> & {
  /** Answered when all that was told before is met. */
  readonly idle: () => Promise<void>;
};
export type AskName = keyof Asks;

/** What an engine is told, without an answer. */
export type Told =
  | { readonly kind: 'surround'; readonly around: Around }
  | { readonly kind: 'update'; readonly slugs: readonly string[] }
  | { readonly kind: 'scan' }
  | { readonly kind: 'overlay'; readonly slug: string; readonly text: string | null }
  | { readonly kind: 'watch'; readonly slugs: readonly string[] }
  /** All rows again, to who has been shown briefs of these names. */
  | { readonly kind: 'resend'; readonly shown: readonly string[] }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'resume' };

export type ToWorker =
  | Told
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly name: AskName;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'close' };

/** What has changed; only the named parts are present. */
export interface EngineNews {
  readonly index?: IndexState;
  readonly rows?: JsonText<RowColumns>;
  readonly gone?: readonly string[];
  /** What was found in the file of the entities, where the index reads it. */
  readonly entityFile?: EntitiesMet;
  readonly moreEntities?: EntityPart;
  readonly entityChange?: JsonText<EntityChange>;
  readonly published?: JsonText<readonly KnownBrief[]>;
  /** Who lists the watched briefs, by their slugs. */
  readonly listedBy?: Readonly<Record<string, readonly string[]>>;
}

export type FromWorker =
  | { readonly kind: 'news'; readonly news: EngineNews }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'error'; readonly id: number | null; readonly error: unknown };

export interface WorkerStart {
  /** The real path of the workspace. */
  readonly root: string;
  readonly around: Around;
  /** The hash of the file whose entities are told already, where the index reads them. */
  readonly entitiesTold: string | null;
  /** Names of the briefs that are shown already: those that turn out to be gone are told. */
  readonly shown: readonly string[];
  readonly caches: { readonly read: boolean; readonly write: boolean };
}
