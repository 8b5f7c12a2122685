import { type Brief, SECTION_KINDS, type SectionKind } from '../../../core/format/brief';

/** A block of the form, in the order of the text. */
export type Block =
  | { readonly kind: SectionKind; readonly section: number }
  /** A section of the format that is not there, where it would go. */
  | { readonly kind: 'missing'; readonly missing: SectionKind }
  /** A section that the format does not know, or that stands twice. */
  | { readonly kind: 'foreign'; readonly section: number };

export interface LensShape {
  readonly headed: boolean;
  /** The index of its first take among all takes. */
  readonly first: number;
  readonly takes: number;
}

/** Which parts a brief has, without what they say: the form is drawn anew only when this changes. */
export interface Shape {
  readonly blocks: readonly Block[];
  readonly numbers: number;
  readonly watch: number;
  readonly lenses: readonly LensShape[];
  /** For each island, where it stands (its index is its place in the list). */
  readonly islands: readonly Brief['islands'][number]['where'][];
  readonly hasDek: boolean;
}

export function shapeOf(brief: Brief): Shape {
  let first = 0;
  const lenses = brief.lenses.map(({ heading, takes }) => {
    const lens = { headed: heading !== null, first, takes: takes.length };
    first += takes.length;
    return lens;
  });
  return {
    blocks: blocksOf(brief),
    numbers: brief.numbers.length,
    watch: brief.watch.length,
    lenses,
    islands: brief.islands.map(({ where }) => where),
    hasDek: brief.dek !== null,
  };
}

function blocksOf(brief: Brief): Block[] {
  const blocks: Block[] = brief.sections.map(({ kind, duplicate }, section) =>
    kind && !duplicate ? { kind, section } : { kind: 'foreign', section },
  );
  for (const [order, missing] of SECTION_KINDS.entries()) {
    if (blocks.some(({ kind }) => kind === missing)) continue;
    const before = new Set<string>(SECTION_KINDS.slice(0, order));
    const after = blocks.findLastIndex(
      (block) => before.has(block.kind) || (block.kind === 'missing' && before.has(block.missing)),
    );
    blocks.splice(after + 1, 0, { kind: 'missing', missing });
  }
  return blocks;
}

/** A reader of shapes that gives the same object as long as the shape is the same. */
export function shapeReader(): (brief: Brief) => Shape {
  let last: { brief: Brief; shape: Shape; says: string } | null = null;
  return (brief) => {
    if (last?.brief === brief) return last.shape;
    const shape = shapeOf(brief);
    const says = JSON.stringify(shape);
    last = { brief, says, shape: last?.says === says ? last.shape : shape };
    return last.shape;
  };
}
