// @vitest-environment happy-dom
import { workspaceOf } from '../../shell/page';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KnownBrief } from '../../../../src/bridge/types';
import { parse } from '../../../../src/core/format/parse';
import { type BriefRecord, recordOf } from '../../../../src/core/graph/record';
import { WorkspaceIndex } from '../../../../src/core/graph/workspace-index';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import {
  followWorkspace,
  judgeOf,
  knowledgeStore,
} from '../../../../src/renderer/editor/session/knowledge';
import { SMALL_BRIEF, SMALL_ENTITIES, SMALL_OUTLETS, SMALL_SETTINGS } from '../../../support/brief';
import { row } from '../../shell/page';

const SLUGS = ['a', 'b', 'c', 'open'];

const text = fc
  .record({
    title: fc.constantFrom('One', 'Two'),
    related: fc.array(fc.constantFrom(...SLUGS, 'nowhere'), { maxLength: 3 }),
    link: fc.constantFrom('a', 'b', 'nowhere'),
    claims: fc.constantFrom(...SLUGS),
  })
  .map(({ title, related, link, claims }) =>
    SMALL_BRIEF.replace('Small brief', title)
      .replace('[[other]]', related.map((other) => `[[${other}]]`).join(', '))
      .replace('/ko/n/other', `/ko/n/${link}`)
      .replace('/n/small', `/n/${claims}`),
  );

const texts = fc.dictionary(fc.constantFrom(...SLUGS), text);

const plainly = (found: readonly { rule: string; from: number; to: number; message: string }[]) =>
  found.map(({ rule, from, to, message }) => ({ rule, from, to, message }));

const known = ({ slug, title, date, claims }: BriefRecord): KnownBrief => ({
  slug,
  title,
  date,
  claims,
});

/** What the page is told of a workspace with these files. */
function tell(index: WorkspaceIndex, published: readonly BriefRecord[], isTold: boolean): void {
  workspaceStore.set(
    workspaceOf(
      [...index.briefs.own()].map((slug) => {
        const record = index.record(slug);
        return row(slug, record && known(record));
      }),
      {
        settings: SMALL_SETTINGS,
        entities: SMALL_ENTITIES,
        outlets: SMALL_OUTLETS,
        published: published.map(known),
        listedBy: isTold ? { open: index.briefs.linkedFrom('open') } : {},
      },
    ),
  );
}

function indexOf(files: Readonly<Record<string, string>>, published: readonly BriefRecord[]) {
  const index = new WorkspaceIndex(SMALL_SETTINGS, (slug) => files[slug] ?? null);
  index.setEntities(SMALL_ENTITIES);
  index.setOutlets(SMALL_OUTLETS);
  index.setPublished(published);
  for (const [slug, file] of Object.entries(files)) index.put(slug, file);
  return index;
}

it('finds in an open brief what the index of the workspace finds', () => {
  const stop = followWorkspace();
  fc.assert(
    fc.property(texts, texts, text, (others, outside, typed) => {
      const published = Object.entries(outside).map(([slug, one]) =>
        recordOf(slug, parse(one), SMALL_SETTINGS, true),
      );
      const index = indexOf({ ...others, open: others['open'] ?? typed }, published);
      tell(index, published, true);
      const knowledge = knowledgeStore.get();
      if (!knowledge) throw new Error('no workspace');
      index.overlay('open', typed);
      const found = judgeOf('open', knowledge)(parse(typed));
      expect(plainly(found)).toEqual(plainly(index.findings('open')));
    }),
  );
  stop();
});

it('says nothing of who does not list an open brief before that is known', () => {
  const stop = followWorkspace();
  const typed = SMALL_BRIEF.replace('[[other]]', '[[a]]').replace('/ko/n/other', '/ko/n/a');
  const index = indexOf({ a: SMALL_BRIEF.replace('[[other]]', ''), open: typed }, []);
  const rules = () => {
    const knowledge = knowledgeStore.get();
    return knowledge && judgeOf('open', knowledge)(parse(typed)).map(({ rule }) => rule);
  };
  tell(index, [], false);
  expect(rules()).not.toContain('graph/one-way');
  tell(index, [], true);
  expect(rules()).toContain('graph/one-way');
  stop();
});
