import { check } from '../../../core/check/index';
import type { Brief } from '../../../core/format/brief';
import type { StoredFinding } from '../../../core/graph/findings';
import { storedFindings } from '../../../core/graph/stored';
import { waive, type WaiverIndex } from '../../../core/waive/waive';
import type { Knowledge } from '../../../core/workspace/knowledge';
import { SAME } from './facts';

/** All findings of a brief, with its waivers. @param today YYYY-MM-DD, by which waivers expire */
export function judge(
  brief: Brief,
  slug: string,
  knowledge: Knowledge,
  waivers: WaiverIndex,
  today: string,
): readonly StoredFinding[] {
  const waived = waive(check(brief, slug, knowledge), brief.source, slug, waivers, today);
  return storedFindings(waived, brief.source, SAME);
}
