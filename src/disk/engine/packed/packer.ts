import type { LateFindings, StoredFinding } from '../../../core/graph/findings';
import type { BriefRecord } from '../../../core/graph/record';
import type { Packing } from '../../../core/graph/workspace-index';
import { ByteWriter } from '../../../core/search/bytes';
import type { Waiver } from '../../../core/waive/waiver';
import { PackedFindings } from './findings';
import { PackedRecord } from './record';
import { PackedTexts } from './texts';

/**
 * Records and findings that rest, as numbers of words that they share: a third of their memory.
 * What is asked of them is read back, also while more are put in.
 */
export class Packer implements Packing {
  readonly #store = {
    rows: new ByteWriter(),
    texts: new PackedTexts(),
    lists: new Map<string, readonly string[]>(),
    waivers: [] as Waiver[],
  };

  record(slug: string, record: BriefRecord): BriefRecord {
    // Sources are told apart by line breaks, which the format has none of in them.
    if (record.takes.some(({ source }) => source.includes('\n'))) return record;
    return new PackedRecord(this.#store, slug, record);
  }

  findings(findings: readonly StoredFinding[]): readonly StoredFinding[] | LateFindings {
    return findings.length === 0 ? NONE : new PackedFindings(this.#store, findings);
  }

  /** No more come in. */
  end(): void {
    this.#store.rows.trim();
    this.#store.texts.end();
    this.#store.lists.clear();
  }
}

const NONE: readonly never[] = [];
