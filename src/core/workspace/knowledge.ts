import { BriefIndex } from './briefs';
import { EntityIndex } from './entities';
import { OutletIndex } from './outlets';
import type { BriefEntry, Entity, Outlet, Settings } from './workspace';

/** What checking, completing and exporting know of the workspace around a brief. */
export interface Knowledge {
  readonly settings: Settings;
  readonly entities: EntityIndex;
  readonly outlets: OutletIndex;
  readonly briefs: BriefIndex;
}

/** The knowledge of plain records; `published` are shadowed by `briefs`. */
export function knowledgeOf(records: {
  readonly settings: Settings;
  readonly entities: readonly Entity[];
  readonly outlets: readonly Outlet[];
  readonly briefs: Iterable<BriefEntry>;
}): Knowledge {
  return {
    settings: records.settings,
    entities: new EntityIndex(records.entities),
    outlets: new OutletIndex(records.outlets),
    briefs: new BriefIndex(records.briefs),
  };
}
