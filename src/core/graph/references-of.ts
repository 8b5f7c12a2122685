import { namedEntities } from './named';
import type { BriefRecord } from './record';
import type { Pointed, Reference, References, Subject, Tie } from './references';
import type { GraphView } from './view';

/** The ties of a brief to something, and how many places of it they are. */
interface Tied {
  readonly ties: readonly Tie[];
  readonly count: number;
}

/** What points at a subject, and, where it is a brief, what it points at. Names are compared in NFC. */
export function references(view: GraphView, subject: Subject): References {
  const tied = tiesTo(view, subject);
  const incoming: Reference[] = [];
  for (const record of view.records()) {
    const { ties, count } = tied(record);
    if (ties.length === 0) continue;
    const { slug, title, date, published } = record;
    incoming.push({ slug, title, date, published, ties, count });
  }
  const record = subject.kind === 'brief' ? view.record(subject.slug) : undefined;
  return {
    incoming: incoming.sort(newestFirst),
    outgoing: record ? [...briefsOf(view, record), ...entitiesOf(view, record)] : [],
  };
}

/** By date, the last first; of one day, by slug. */
export function newestFirst(
  a: Pick<Reference, 'date' | 'slug'>,
  b: Pick<Reference, 'date' | 'slug'>,
): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0;
}

function tiesTo(view: GraphView, subject: Subject): (record: BriefRecord) => Tied {
  switch (subject.kind) {
    case 'brief':
      return (record) => tiesToBrief(record, subject.slug);
    case 'entity':
      return entityTies(view, subject.slug);
    case 'head': {
      const name = subject.name.normalize('NFC');
      return ({ heads }) => tied('head', heads.filter(sameAs(name)).length);
    }
    default: {
      const same = sameAs(subject.name.normalize('NFC'));
      const { kind } = subject;
      return ({ takes }) => tied('take', takes.filter((take) => same(take[kind])).length);
    }
  }
}

const sameAs = (name: string) => (other: string) =>
  other === name || other.normalize('NFC') === name;

function tied(tie: Tie, count: number): Tied {
  return { ties: count > 0 ? [tie] : [], count };
}

// A link to itself is a finding, not a reference.
function tiesToBrief(record: BriefRecord, slug: string): Tied {
  if (record.slug === slug) return { ties: [], count: 0 };
  const related = record.related.filter((other) => other === slug).length;
  const linked = record.links.includes(slug) ? 1 : 0;
  return {
    ties: [...(related > 0 ? ['related' as const] : []), ...(linked ? ['link' as const] : [])],
    count: related + linked,
  };
}

function entityTies(view: GraphView, slug: string): (record: BriefRecord) => Tied {
  return (record) => {
    const linked = linksTo(record, slug);
    const named = namedEntities(record, view.entities).includes(slug);
    return {
      ties: [...(linked > 0 ? ['link' as const] : []), ...(named ? ['named' as const] : [])],
      count: linked + (named ? 1 : 0),
    };
  };
}

// Slugs may be called as what every object has, such as `constructor`.
function linksTo({ entities }: BriefRecord, slug: string): number {
  return Object.hasOwn(entities, slug) ? (entities[slug] ?? 0) : 0;
}

/** The briefs that a record points at: Related first, in the order of the text. */
function briefsOf(view: GraphView, record: BriefRecord): Pointed[] {
  const slugs = new Set([...record.related, ...record.links]);
  slugs.delete(record.slug);
  return [...slugs].map((slug) => {
    const other = view.record(slug);
    const { ties, count } = tiesToBrief(record, slug);
    const oneWay = other && ties.includes('related') && !other.related.includes(record.slug);
    const state = other ? (oneWay ? 'one-way' : 'known') : 'unknown';
    return { kind: 'brief', slug, label: other?.title ?? '', state, ties, count };
  });
}

/** The entities that a record links to or names, the most linked first. */
function entitiesOf(view: GraphView, record: BriefRecord): Pointed[] {
  const slugs = new Set([...Object.keys(record.entities), ...namedEntities(record, view.entities)]);
  return [...slugs]
    .map((slug): Pointed => {
      const entity = view.entities.get(slug);
      const state = entity ? 'known' : 'unknown';
      const { ties, count } = entityTies(view, slug)(record);
      return { kind: 'entity', slug, label: entity?.name ?? '', state, ties, count };
    })
    .sort((a, b) => b.count - a.count);
}
