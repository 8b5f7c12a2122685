import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const page = read('docs/decisions/dependencies.md');
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** The packages in the first cells of the table under a heading. */
function packagesUnder(heading: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    cell.split(', ').map((name) => name.replaceAll('`', '')),
  );
}

/** The packages that the sources import, but for the platform's. */
function imported(): Set<string> {
  const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => read(`src/${path}`));
  const statement =
    /^(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?'([^'.][^']*)'|\bimport\('([^'.][^']*)'/gm;
  const specifiers = sources.flatMap((source) =>
    [...source.matchAll(statement)].map(([, name, late]) => name ?? late ?? ''),
  );
  const packages = specifiers
    .filter((name) => !name.startsWith('node:') && name !== 'electron')
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
  return new Set(packages);
}

describe('the page of dependencies', () => {
  it('has one line for each package that the app uses', () => {
    expect(packagesUnder('At run time')).toEqual([...imported()].sort());
  });

  it('names only packages that are there', () => {
    for (const name of packagesUnder('At run time')) {
      expect(manifest.dependencies).toHaveProperty([name]);
    }
  });

  it('names all packages of the work', () => {
    expect(packagesUnder('At work').sort()).toEqual(Object.keys(manifest.devDependencies).sort());
  });
});

describe('the records', () => {
  const records = readdirSync(new URL('docs/decisions', root)).filter((name) => /^\d/.test(name));

  it('are numbered and short', () => {
    records.sort().forEach((name, index) => {
      const text = read(`docs/decisions/${name}`);
      expect(name.slice(0, 5)).toBe(`${String(index + 1).padStart(4, '0')}-`);
      expect(text.startsWith(`# ${index + 1}. `)).toBe(true);
      expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    });
  });

  it('lead to pages that are there', () => {
    for (const name of [...records, 'dependencies.md']) {
      for (const [, target = ''] of read(`docs/decisions/${name}`).matchAll(/\]\(([^)]+\.md)\)/g)) {
        expect(readdirSync(new URL('docs/decisions', root))).toContain(target);
      }
    }
  });
});

it('CONTRIBUTING leads to files that are there', () => {
  const text = read('CONTRIBUTING.md');
  const rooms = /`((?:core|bridge|main|preload|renderer)\/[^`{} ]+)`/g;
  const others = /`((?:tests|docs|src)\/[^`{} ]+)`|\]\(([^)]+)\)/g;
  const paths = [
    ...[...text.matchAll(rooms)].map(([, path = '']) => `src/${path}`),
    ...[...text.matchAll(others)].map(([, path, target]) => path ?? target ?? ''),
  ];
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
