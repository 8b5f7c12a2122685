// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ToldWorkspace } from '../../../../src/bridge/types';
import { check } from '../../../../src/core/check';
import { parse } from '../../../../src/core/format/parse';
import { knowledgeOf } from '../../../../src/core/workspace/knowledge';
import type { Entity } from '../../../../src/core/workspace/workspace';
import { received, takePatch, workspaceStore } from '../../../../src/renderer/app/workspace';
import {
  followWorkspace,
  judgeOf,
  knowledgeStore,
} from '../../../../src/renderer/editor/session/knowledge';
import { lookOf } from '../../../../src/renderer/editor/session/link-look';
import { SMALL_BRIEF, SMALL_ENTITIES, SMALL_OUTLETS, SMALL_SETTINGS } from '../../../support/brief';
import { row, toldOf } from '../../shell/page';

const BRIEF = SMALL_BRIEF.replace('Entities: ', 'Entities: Nobody at all, ').replace(
  '/ko/entity/vladimir-putin',
  '/ko/entity/nobody',
);
const ENTITY_RULES = ['link/entity-unknown', 'graph/entity-unregistered', 'graph/entity-unlisted'];

const told = (id: string): ToldWorkspace => ({
  ...toldOf([row('small'), row('other')], {
    id,
    settings: SMALL_SETTINGS,
    outlets: SMALL_OUTLETS,
    listedBy: { small: ['other'] },
  }),
  entities: null,
});

const part = (from: number, to: number, total: number, records: readonly Entity[]) =>
  takePatch({ moreEntities: { from, to, total, records: JSON.stringify(records) } });

function knowledge() {
  const known = knowledgeStore.get();
  if (!known) throw new Error('No workspace is open');
  return known;
}

const found = () => judgeOf('small', knowledge())(parse(BRIEF)).map(({ rule }) => rule);
const kindOf = (slug: string) => lookOf(`/ko/entity/${slug}`, false, knowledge()).kind;

let stop = () => {};
beforeEach(() => {
  workspaceStore.set(received(told('one')));
  stop = followWorkspace();
});
afterEach(() => stop());

describe('before the entities are told', () => {
  it('nothing is found that they could speak against, and all else is', () => {
    const { settings } = knowledge();
    const without = knowledgeOf({ settings, entities: [], outlets: SMALL_OUTLETS, briefs: [] });
    const all = check(parse(BRIEF), 'small', without).map(({ rule }) => rule);
    expect(all).toEqual(expect.arrayContaining(ENTITY_RULES.slice(0, 2)));
    expect(found().filter((rule) => ENTITY_RULES.includes(rule))).toEqual([]);
  });

  it('no link is shown as broken', () => {
    expect(kindOf('nobody')).toBe('entity');
  });

  it('a part of them says nothing yet', () => {
    part(0, 1, SMALL_ENTITIES.length, SMALL_ENTITIES.slice(0, 1));
    expect(workspaceStore.get()).toMatchObject({ entities: [], areEntitiesUnread: true });
    expect(kindOf('nobody')).toBe('entity');
  });
});

describe('once they are told', () => {
  const tellAll = () => {
    const total = SMALL_ENTITIES.length;
    part(0, 1, total, SMALL_ENTITIES.slice(0, 1));
    part(1, total, total, SMALL_ENTITIES.slice(1));
  };

  it('what they speak against is found', () => {
    tellAll();
    expect(workspaceStore.get()?.entities).toEqual(SMALL_ENTITIES);
    expect(found()).toEqual(expect.arrayContaining(ENTITY_RULES.slice(0, 2)));
    expect(kindOf('nobody')).toBe('broken');
    expect(kindOf('vladimir-putin')).toBe('entity');
  });

  it('a change takes its place among them', () => {
    tellAll();
    const nobody = { slug: 'nobody', name: 'Nobody at all' };
    takePatch({ entityChange: JSON.stringify({ put: [nobody], gone: [] }) });
    expect(kindOf('nobody')).toBe('entity');
    expect(found().filter((rule) => ENTITY_RULES.includes(rule))).not.toContain(
      'link/entity-unknown',
    );
    const before = workspaceStore.get();
    takePatch({ entityChange: JSON.stringify({ put: [nobody], gone: ['not-there'] }) });
    expect(workspaceStore.get()?.entities).toBe(before?.entities);
  });

  it('no part of another workspace is taken', () => {
    part(0, 1, SMALL_ENTITIES.length, SMALL_ENTITIES.slice(0, 1));
    workspaceStore.set(received(told('two')));
    part(1, SMALL_ENTITIES.length, SMALL_ENTITIES.length, SMALL_ENTITIES.slice(1));
    expect(workspaceStore.get()?.areEntitiesUnread).toBe(true);
  });
});
