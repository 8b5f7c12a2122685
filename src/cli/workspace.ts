import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isSlug } from '../core/format/slug';
import { realDisk } from '../disk/files/disk';
import { readIfThere, writeDurable } from '../disk/files/durable';
import { insideOf } from '../disk/files/paths';
import { decode, encode, hashOf } from '../disk/files/text';
import { BRIEFS_FOLDER, SETTINGS_FILE } from '../disk/workspace/find';
import { Registries } from '../disk/workspace/registries';
import type { BriefText } from '../bridge/types';
import { cannot } from './command';
import { tellHalfDone } from './half-done';
import type { Io } from './io';

/** The workspace that a path is in: the nearest folder above it with settings. @returns its real path */
export async function workspaceOf(io: Io, path = '.'): Promise<string> {
  const from = resolve(io.cwd, path);
  return (
    (await rootAbove(from)) ??
    cannot(
      `${from} is in no workspace: no folder above it holds ${SETTINGS_FILE}. “briefwright init” makes one.`,
    )
  );
}

/** The same, for what only reads: what a crash has cut short in it is said. */
export async function workspaceToRead(io: Io, path = '.'): Promise<string> {
  const root = await workspaceOf(io, path);
  await tellHalfDone(io, root);
  return root;
}

async function rootAbove(from: string): Promise<string | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    if (await realDisk.facts(join(folder, SETTINGS_FILE)).catch(() => null)) {
      return realpathSync(folder);
    }
    if (dirname(folder) === folder) return null;
  }
}

/** The settings and registries of a workspace; a faulty one ends the run: findings would be wrong. */
export async function registriesOf(root: string): Promise<Registries> {
  const registries = new Registries(realDisk, root, () => false);
  await registries.read();
  const [problem] = registries.problems;
  if (problem) cannot(problem.message);
  return registries;
}

/** A brief that a command was given, as a path or as a slug of the workspace around. */
export interface NamedBrief {
  readonly root: string;
  readonly slug: string;
  /** Its real path. */
  readonly path: string;
}

export async function briefNamed(io: Io, name: string): Promise<NamedBrief> {
  const path = await pathNamed(io, name);
  return { root: await workspaceOf(io, dirname(path)), slug: slugOf(path), path };
}

/** The same with its text, for what only reads. */
export async function briefToRead(io: Io, name: string): Promise<NamedBrief & { disk: BriefText }> {
  const named = await briefNamed(io, name);
  await tellHalfDone(io, named.root);
  return { ...named, disk: await readBrief(named.path, name) };
}

/** The text of a brief of a workspace. */
export async function briefText(root: string, slug: string): Promise<BriefText> {
  const path = join(root, briefFile(slug));
  return readBrief((await realDisk.target(path)) ?? path, briefFile(slug));
}

/** @param name as the brief was named, for messages */
export async function readBrief(path: string, name: string): Promise<BriefText> {
  const bytes = await readIfThere(realDisk, path);
  return bytes ? decode(bytes, name) : cannot(`${name} is not there.`);
}

/** Puts a text in a brief's file, where that still is as it was read: others may write at any time. */
export async function writeBrief(
  { path, disk }: { readonly path: string; readonly disk: BriefText },
  text: string,
  name: string,
): Promise<void> {
  const now = await readIfThere(realDisk, path);
  if (!now || hashOf(now) !== disk.hash) {
    cannot(
      `${name} was changed by another program meanwhile, so it was not written. Run this again.`,
    );
  }
  await writeDurable(realDisk, path, encode({ ...disk, text }, name));
}

async function pathNamed(io: Io, name: string): Promise<string> {
  const path = resolve(io.cwd, name);
  const facts = await realDisk.facts(path);
  if (facts && facts.kind !== 'folder') return (await realDisk.target(path)) ?? path;
  if (isSlug(name)) {
    return insideOf(realDisk, await workspaceOf(io), `${BRIEFS_FOLDER}/${name}.md`);
  }
  return path;
}

/** The slugs that paths name: of files, of all in a folder. Null for all of the workspace. */
export function slugsIn(
  io: Io,
  root: string,
  paths: readonly string[],
  known: Iterable<string>,
): ReadonlySet<string> | null {
  if (paths.length === 0) return null;
  const wanted = paths.map((path) => real(resolve(io.cwd, path)));
  if (wanted.includes(root)) return null;
  const slugs = new Set<string>();
  for (const slug of known) {
    const file = join(root, BRIEFS_FOLDER, `${slug}.md`);
    const isIn = wanted.some((path) => file === path || file.startsWith(path + sep));
    if (isIn || paths.includes(slug)) slugs.add(slug);
  }
  return slugs;
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A file of the workspace as the terminal's folder sees it. */
export const shownPath = (io: Io, root: string, file: string): string =>
  relative(io.cwd, join(root, file)) || file;

export const briefFile = (slug: string): string => `${BRIEFS_FOLDER}/${slug}.md`;

export const slugOf = (file: string): string => basename(file, '.md');
