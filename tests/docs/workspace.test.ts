import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/text/edit';
import {
  type FileFault,
  type FileRead,
  readEntities,
  readOutlets,
  readSettings,
  readWaivers,
} from '../../src/core/workspace/files';
import type { Entity, Outlet, Settings } from '../../src/core/workspace/workspace';
import {
  editSettings,
  type FileEdit,
  putEntity,
  putOutlet,
  WAIVER_RECORDS,
} from '../../src/core/workspace/write';
import type { Waiver } from '../../src/core/waive/waiver';
import { readExamples } from './examples';

const document = readFileSync(new URL('../../docs/workspace.md', import.meta.url), 'utf8');

interface Kind {
  readonly read: (source: string) => FileRead<unknown>;
  readonly put: (source: string, value: unknown) => FileEdit;
}

const FILES: Readonly<Record<string, Kind>> = {
  settings: { read: readSettings, put: (source, value) => editSettings(source, value as Settings) },
  entities: { read: readEntities, put: (source, value) => putEntity(source, value as Entity) },
  outlets: { read: readOutlets, put: (source, value) => putOutlet(source, value as Outlet) },
  waivers: {
    read: readWaivers,
    put: (source, value) => WAIVER_RECORDS.put(source, [value as Waiver]),
  },
};

const { examples, others } = readExamples(document, {
  examples: Object.keys(FILES),
  claims: ['value', 'faults', 'put', 'after'],
});

describe.each(examples)('example $number, $kind', ({ kind, text, claims }) => {
  const file = FILES[kind];
  if (!file) throw new Error(`No such file: ${kind}`);

  it.each(claims.map((claim, index) => ({ ...claim, index })))(
    'says its $kind',
    ({ kind: claimed, text: claim, index }) => {
      const read = file.read(text);
      switch (claimed) {
        case 'value':
          expect(read.ok && read.value).toMatchObject(JSON.parse(claim) as object);
          break;
        case 'faults':
          expect((read.ok ? read.faults : [read.fault]).map(lineOf)).toEqual(
            claim.split('\n').filter(Boolean),
          );
          break;
        case 'put': {
          const result = file.put(text, JSON.parse(claim));
          expect(claims[index + 1]).toMatchObject({
            kind: 'after',
            text: result.ok ? applyEdits(text, result.edits) : result.reason,
          });
          break;
        }
        default:
          expect(claims[index - 1]?.kind).toBe('put');
      }
    },
  );
});

it('numbers its examples, and claims something of each', () => {
  expect(examples.map(({ number }) => number)).toEqual(examples.map((_, index) => index + 1));
  expect(examples.length).toBeGreaterThanOrEqual(9);
  expect(examples.filter(({ claims }) => claims.length === 0)).toEqual([]);
  expect(others.map(({ kind }) => kind)).toEqual(['text']);
});

function lineOf({ message, place }: FileFault): string {
  return `${place.line}:${place.column} ${message}`;
}
