import type { Balance } from '../../core/balance/types';
import type { GraphData, GraphScope } from '../../core/graph/drawing';
import type { FindingsPage, FindingsQuery } from '../../core/graph/findings';
import type { References, Subject } from '../../core/graph/references';
import type { SearchPage, SearchQuery } from '../../core/search/types';

/** Answers questions about a whole workspace, off the thread that asks. Rejects where it has ended. */
export interface Engine {
  findings(query: FindingsQuery): Promise<FindingsPage>;
  search(query: SearchQuery): Promise<SearchPage>;
  references(subject: Subject): Promise<References>;
  graph(scope: GraphScope): Promise<GraphData>;
  balance(search: string): Promise<Balance>;
  uses(kind: 'entity' | 'outlet'): Promise<Readonly<Record<string, number>>>;
  /** Text of a brief that is not saved stands in for the file's; null takes it back. */
  overlay(slug: string, text: string | null): void;
  cancel(): void;
  resume(): void;
}
