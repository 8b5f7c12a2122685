import type { Balance } from '../../core/balance/types';
import type { GraphData, GraphScope } from '../../core/graph/drawing';
import type { FindingsPage, FindingsQuery, StoredFinding } from '../../core/graph/findings';
import type { References, Subject } from '../../core/graph/references';
import type { PlanResult } from '../../core/plan';
import type { ChangeRequest } from '../../core/plan/types';
import type { SearchPage, SearchQuery } from '../../core/search/types';

/** Answers questions about a whole workspace, off the thread that asks. Rejects where it has ended. */
export interface Engine {
  findings(query: FindingsQuery): Promise<FindingsPage>;
  search(query: SearchQuery): Promise<SearchPage>;
  references(subject: Subject): Promise<References>;
  graph(scope: GraphScope): Promise<GraphData>;
  balance(search: string): Promise<Balance>;
  uses(kind: 'entity' | 'outlet'): Promise<Readonly<Record<string, number>>>;
  /** Works out a change to many files; nothing is written. */
  plan(request: ChangeRequest): Promise<PlanResult>;
  /** What is found in these very texts, by slug, once all files are read as they are now. */
  judge(
    briefs: readonly { readonly slug: string; readonly text: string }[],
  ): Promise<ReadonlyMap<string, readonly StoredFinding[]>>;
  /** Looks at all files, published folders too. Settles when what has changed is read and checked. */
  refresh(): Promise<void>;
  /** Text of a brief that is not saved stands in for the file's; null takes it back. */
  overlay(slug: string, text: string | null): void;
  cancel(): void;
  resume(): void;
}
