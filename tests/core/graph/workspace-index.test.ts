import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/core/check/index';
import { parse } from '../../../src/core/format/parse';
import { eachOf } from '../../../src/core/graph/findings';
import { recordOf } from '../../../src/core/graph/record';
import { type Restored, WorkspaceIndex } from '../../../src/core/graph/workspace-index';
import { waive, WaiverIndex } from '../../../src/core/waive/waive';
import type { Waiver } from '../../../src/core/waive/waiver';
import { knowledgeOf } from '../../../src/core/workspace/knowledge';
import type { Entity, Outlet, Settings } from '../../../src/core/workspace/workspace';
import { Packer } from '../../../src/disk/engine/packed/packer';
import { SMALL_ENTITIES, SMALL_OUTLETS, SMALL_SETTINGS } from '../../support/brief';
import { settings, slug, SLUGS, text, waiver } from '../../support/worlds';

const TODAY = '2026-06-10';

/** Everything that an index is made of. */
interface World {
  readonly files: Map<string, string | null>;
  readonly overlays: Map<string, string>;
  published: Map<string, string>;
  settings: Settings;
  entities: readonly Entity[];
  outlets: readonly Outlet[];
  waivers: readonly Waiver[];
}

const emptyWorld = (): World => ({
  files: new Map(),
  overlays: new Map(),
  published: new Map(),
  settings: SMALL_SETTINGS,
  entities: SMALL_ENTITIES,
  outlets: SMALL_OUTLETS,
  waivers: [],
});

function textOf({ files, overlays, published }: World, slug: string): string | null {
  if (!files.has(slug)) return published.get(slug) ?? null;
  return overlays.get(slug) ?? files.get(slug) ?? null;
}

const sourceOf = (world: World) => (slug: string, isPublished: boolean) =>
  (isPublished ? world.published : world.files).get(slug) ?? null;

const publishedOf = (world: World) =>
  Array.from(world.published, ([slug, text]) => recordOf(slug, parse(text), world.settings, true));

/** An index that is made of a world in one go. */
function madeAnew(world: World): WorkspaceIndex {
  const index = new WorkspaceIndex(world.settings, sourceOf(world));
  index.setEntities(world.entities);
  index.setOutlets(world.outlets);
  index.setWaivers(world.waivers, TODAY);
  index.setPublished(publishedOf(world));
  for (const [slug, text] of world.overlays) index.overlay(slug, text);
  index.load(world.files.keys());
  for (const [slug, text] of world.files) index.put(slug, text);
  index.settle();
  drain(index);
  return index;
}

function drain(index: WorkspaceIndex): void {
  while (index.next() !== null) continue;
  expect(index.pending).toBe(0);
}

function stateOf(index: WorkspaceIndex) {
  return {
    // Records that rest are read back piece by piece.
    records: JSON.parse(JSON.stringify([...index.records()])) as unknown,
    findings: [...index.briefs.own()].sort().map((slug) => [slug, index.findings(slug)]),
    claimants: SLUGS.map((slug) => index.briefs.claimants(slug)),
  };
}

/** What the rules find, brief by brief, with nothing kept from one to the next. */
function foundPlainly(world: World) {
  const records = SLUGS.flatMap((slug) => {
    const text = textOf(world, slug);
    const isOwn = world.files.has(slug);
    if (text === null) return isOwn ? [recordOf(slug, parse(''), world.settings)] : [];
    return [recordOf(slug, parse(text), world.settings, !isOwn)];
  });
  const knowledge = knowledgeOf({ ...world, briefs: records });
  const waivers = new WaiverIndex(world.waivers, world.settings);
  return [...world.files.keys()].sort().map((slug) => {
    const text = textOf(world, slug);
    if (text === null) return [slug, []];
    const found = waive(check(parse(text), slug, knowledge), text, slug, waivers, TODAY);
    return [
      slug,
      found.map(({ rule, severity, from, to, message, waiver = null }) => {
        return { rule, severity, from, to, message, waiver };
      }),
    ];
  });
}

function plainly(index: WorkspaceIndex) {
  return [...index.briefs.own()].sort().map((slug) => [
    slug,
    index.findings(slug).map(({ rule, severity, from, to, message, waiver }) => {
      return { rule, severity, from, to, message, waiver };
    }),
  ]);
}

type Step = (world: World, index: WorkspaceIndex) => void;

const put = (at: string, to: string | null): Step => {
  return (world, index) => {
    world.files.set(at, to);
    index.put(at, to);
  };
};

const drop = (at: string): Step => {
  return (world, index) => {
    world.files.delete(at);
    index.drop(at);
  };
};

const rename = (from: string, to: string): Step => {
  return (world, index) => {
    const moved = world.files.get(from);
    if (moved === undefined || from === to) return;
    drop(from)(world, index);
    put(to, moved)(world, index);
  };
};

const overlay = (at: string, to: string | null): Step => {
  return (world, index) => {
    if (to === null) world.overlays.delete(at);
    else world.overlays.set(at, to);
    index.overlay(at, to);
  };
};

/** What goes on in the middle of it is met while some briefs rest and others do not yet. */
const rest =
  (briefs: number): Step =>
  (_world, index) => {
    const packer = new Packer();
    const resting = index.rest(packer);
    for (let at = 0; at < briefs && !resting.next().done; at++) continue;
  };

const entity = fc.record({
  slug: fc.constantFrom('vladimir-putin', 'volodymyr-zelensky', 'x'),
  name: fc.constantFrom('Vladimir Putin', 'X', 'Washington, D.C.'),
  aliases: fc.subarray(['Putin', 'X', 'Nobody']),
});

const outlet = fc.record({
  name: fc.constantFrom('CNN', 'TASS', 'AP'),
  domains: fc.subarray(['cnn.com', 'ap.org', 'tass.ru']),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(slug, text).map(([at, to]) => put(at, to)) },
  { weight: 2, arbitrary: slug.map(drop) },
  { weight: 2, arbitrary: fc.tuple(slug, slug).map(([from, to]) => rename(from, to)) },
  { weight: 1, arbitrary: slug.map((at) => put(at, null)) },
  { weight: 3, arbitrary: fc.nat({ max: 8 }).map((briefs): Step => rest(briefs)) },
  {
    weight: 4,
    arbitrary: fc.tuple(slug, fc.oneof(text, fc.constant(null))).map(([at, to]) => overlay(at, to)),
  },
  fc.array(fc.tuple(slug, text), { maxLength: 3 }).map((published): Step => {
    return (world, index) => {
      world.published = new Map(published);
      index.setPublished(publishedOf(world));
    };
  }),
  settings.map((to): Step => {
    return (world, index) => {
      world.settings = to;
      index.setSettings(to);
      index.setPublished(publishedOf(world));
    };
  }),
  fc.array(entity, { maxLength: 4 }).map((to): Step => {
    return (world, index) => {
      world.entities = to;
      index.setEntities(to);
    };
  }),
  fc.array(outlet, { maxLength: 3 }).map((to): Step => {
    return (world, index) => {
      world.outlets = to;
      index.setOutlets(to);
    };
  }),
  fc.array(waiver, { maxLength: 3 }).map((to): Step => {
    return (world, index) => {
      world.waivers = to;
      index.setWaivers(to, TODAY);
    };
  }),
);

/** Steps, each with how many waiting briefs are met after it. */
const steps = fc.array(fc.tuple(step, fc.nat({ max: 4 })), { maxLength: 14 });

function follow(
  world: World,
  index: WorkspaceIndex,
  all: readonly (readonly [Step, number])[],
): void {
  for (const [take, turns] of all) {
    take(world, index);
    for (let turn = 0; turn < turns; turn++) index.next();
  }
  drain(index);
}

const firstFiles = fc.array(fc.tuple(slug, fc.oneof(text, fc.constant(null))), { maxLength: 5 });

describe('the index of a workspace', () => {
  it('is after any changes the same as one made anew', () => {
    fc.assert(
      fc.property(firstFiles, steps, (files, all) => {
        const world = { ...emptyWorld(), files: new Map(files) };
        const index = madeAnew(world);
        follow(world, index, all);
        expect(stateOf(index)).toEqual(stateOf(madeAnew(world)));
        for (const at of new Set([...world.files.keys(), ...world.published.keys()])) {
          const isShadowing = world.files.has(at) && world.published.has(at);
          expect(index.briefs.shadows(at)).toBe(isShadowing);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds what the rules find in each brief by itself', () => {
    fc.assert(
      fc.property(firstFiles, steps, (files, all) => {
        const world = { ...emptyWorld(), files: new Map(files) };
        const index = madeAnew(world);
        follow(world, index, all);
        expect(plainly(index)).toEqual(foundPlainly(world));
      }),
      { numRuns: 300 },
    );
  });

  it('goes on from what was kept of it', () => {
    fc.assert(
      fc.property(firstFiles, steps, steps, (files, before, after) => {
        const world = { ...emptyWorld(), files: new Map(files) };
        const old = madeAnew(world);
        follow(world, old, before);
        world.overlays.clear();
        const kept = madeAnew(world);
        const index = new WorkspaceIndex(world.settings, sourceOf(world));
        index.setEntities(world.entities);
        index.setOutlets(world.outlets);
        index.setWaivers(world.waivers, TODAY);
        index.setPublished(publishedOf(world));
        for (const at of kept.briefs.own()) index.restore(at, ...restored(kept, at));
        follow(world, index, after);
        expect(stateOf(index)).toEqual(stateOf(madeAnew(world)));
      }),
      { numRuns: 200 },
    );
  });
});

function restored(index: WorkspaceIndex, at: string): [Restored, string | null] {
  const record = index.record(at);
  if (!record) throw new Error(`${at} is not in the index`);
  const findings = index.findings(at);
  return [{ record, findings, each: (see) => eachOf(findings, see) }, record.claims];
}
