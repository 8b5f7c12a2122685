import type { Glance, StoredFinding } from './findings';
import type { Knowledge } from '../workspace/knowledge';
import type { BriefRecord } from './record';

/** The graph of a workspace as queries and plans read it. Unsaved text stands in for the file's. */
export interface GraphView extends Knowledge {
  /** The record of a brief; one of the workspace shadows a published one. */
  record(slug: string): BriefRecord | undefined;
  /** Of the workspace and, not shadowed, of the published folders; by slug. */
  records(): Iterable<BriefRecord>;
  /** What the rules find in a brief of the workspace, in the order of the text. */
  findings(slug: string): readonly StoredFinding[];
  /** Shows them one after the other, which costs less than making them. */
  eachFinding(slug: string, see: Glance): void;
  /** The text of a brief (line breaks as `\n` where the file has only CRLF); null where it can't be read. */
  text(slug: string): string | null;
}
