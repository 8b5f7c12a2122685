import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const ROOMS = ['core', 'bridge', 'disk', 'main', 'cli', 'preload', 'renderer'] as const;
type Room = (typeof ROOMS)[number];

/** Which rooms, and what from outside, a room may import. */
const MAY: Readonly<Record<Room, { rooms: readonly Room[]; outside: RegExp }>> = {
  core: { rooms: ['core'], outside: /^valibot$/ },
  bridge: { rooms: ['bridge', 'core'], outside: /^$/ },
  disk: { rooms: ['core', 'bridge', 'disk'], outside: /^(lowdb|valibot|node:.+)$/ },
  main: {
    rooms: ['core', 'bridge', 'disk', 'main'],
    outside: /^(electron|lowdb|valibot|node:.+)$/,
  },
  cli: { rooms: ['core', 'bridge', 'disk', 'cli'], outside: /^(diff|valibot|node:.+)$/ },
  preload: { rooms: ['bridge', 'preload'], outside: /^electron$/ },
  renderer: {
    rooms: ['core', 'bridge', 'renderer'],
    outside: /^(?!electron|node:|lowdb)[@\w]/,
  },
};

interface Import {
  readonly from: string;
  /** A file below src, or the name of a package. */
  readonly to: string;
  readonly isOutside: boolean;
  readonly isType: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => join(SRC, path));

const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const statement =
    /^(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<name>[^']+)'|\bimport\(\s*['"](?<late>[^'"]+)['"]/gm;
  return Array.from(text.matchAll(statement), ({ groups }) => {
    const name = groups?.['name'] ?? groups?.['late'] ?? '';
    const isOutside = !name.startsWith('.');
    const to = isOutside ? name : resolved(file, name);
    return { from: file, to, isOutside, isType: groups?.['type'] !== undefined };
  });
}

function resolved(from: string, name: string): string {
  const base = join(dirname(from), name.replace(/\?.*$/, ''));
  const candidates = [
    base,
    `${base}.ts`,
    `${base}.tsx`,
    join(base, 'index.ts'),
    join(base, 'index.tsx'),
  ];
  return candidates.find((path) => /\.\w+$/.test(path) && existsSync(path)) ?? base;
}

const inSrc = (path: string) => relative(SRC, path);
const roomOf = (path: string) => inSrc(path).split(/[\\/]/)[0] as Room;

describe('the rooms', () => {
  it('are all there is, and every file of them was read', () => {
    expect(
      readdirSync(SRC)
        .filter((name) => !name.endsWith('.d.ts'))
        .toSorted(),
    ).toEqual([...ROOMS].toSorted());
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it.each(ROOMS)('%s imports only what it may', (room) => {
    const forbidden = imports
      .filter(({ from }) => roomOf(from) === room)
      .filter(({ to, isOutside }) =>
        isOutside ? !MAY[room].outside.test(to) : !MAY[room].rooms.includes(roomOf(to)),
      )
      .map(({ from, to, isOutside }) => `${inSrc(from)} → ${isOutside ? to : inSrc(to)}`);
    expect(forbidden).toEqual([]);
  });

  it('the bridge takes only types from the core', () => {
    const values = imports.filter(
      ({ from, to, isOutside, isType }) =>
        roomOf(from) === 'bridge' && !isOutside && roomOf(to) === 'core' && !isType,
    );
    expect(values.map(({ from }) => inSrc(from))).toEqual([]);
  });

  it('find every file that they import', () => {
    const lost = imports.filter(({ to, isOutside }) => !isOutside && !existsSync(to));
    expect(lost.map(({ from, to }) => `${inSrc(from)} → ${inSrc(to)}`)).toEqual([]);
  });

  it('hold no import cycle', () => {
    expect(cycleIn(graphOf(imports))).toEqual([]);
  });

  it.each([
    ['ipcMain', 'main/app/ipc.ts'],
    ['ipcRenderer', 'preload/index.ts'],
  ])('name %s in %s only', (name, place) => {
    const named = files.filter((file) => readFileSync(file, 'utf8').includes(name));
    expect(named.map(inSrc)).toEqual([join(place)]);
  });
});

function graphOf(all: readonly Import[]): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const { from, to, isOutside } of all) {
    if (!isOutside) graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  return graph;
}

/** The files of one cycle in their order; empty where there is none. */
function cycleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): string[] => {
    if (done.has(file)) return [];
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file].map(inSrc);
    way.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    way.pop();
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe('the check for cycles', () => {
  it('finds one', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['d', ['b']],
    ]);
    expect(cycleIn(graph)).toHaveLength(3);
  });
});
