import { join } from 'node:path';
import type { Subject } from '../../core/graph/references';
import { ENTITIES, OUTLETS, reviewFile, SETTINGS, WAIVERS } from '../../core/plan/files';
import { readEntities, readOutlets, readSettings } from '../../core/workspace/files';
import type { Step } from '../../disk/change/change';
import type { Disk } from '../../disk/files/disk';
import { refuse } from '../../disk/files/problem';
import { BRIEFS_FOLDER } from '../../disk/workspace/find';
import type { Session } from '../workspace/session';

/**
 * What a change made may have been linked to since: taken back, it would be gone, and the link would
 * lead nowhere. @throws ProblemError that names the file
 */
export async function leavesNoneBehind(disk: Disk, session: Session, step: Step): Promise<void> {
  const goes = subjectsOf(step);
  if (goes.length === 0) return;
  await session.engine.refresh();
  for (const subject of goes) {
    const file = await dependent(disk, session, step, subject);
    if (file !== null) {
      refuse(
        'exists',
        `${file} names ${nameOf(subject)}, which would be gone, so nothing was undone. Change that file first, or plan another change.`,
      );
    }
  }
}

const nameOf = (subject: Subject): string => `“${'slug' in subject ? subject.slug : subject.name}”`;

/** What is there now and would not be. */
function subjectsOf({ files, texts }: Step): Subject[] {
  return files.flatMap((file): Subject[] => {
    const { now, next } = texts(file);
    if (now === null) return [];
    const slug = slugOf(file);
    if (slug !== null) return next === null ? [{ kind: 'brief', slug }] : [];
    return gone(named(file, now), named(file, next));
  });
}

const slugOf = (file: string): string | null =>
  file.startsWith(`${BRIEFS_FOLDER}/`) ? file.slice(BRIEFS_FOLDER.length + 1, -'.md'.length) : null;

function gone(now: readonly Subject[], next: readonly Subject[]): Subject[] {
  const left = new Set(next.map(keyOf));
  return now.filter((subject) => !left.has(keyOf(subject)));
}

const keyOf = (subject: Subject): string =>
  `${subject.kind} ${('slug' in subject ? subject.slug : subject.name).normalize('NFC')}`;

/** What a registry or the settings list. */
function named(file: string, text: string | null): Subject[] {
  if (text === null) return [];
  if (file === ENTITIES) {
    const read = readEntities(text);
    return read.ok ? read.value.map(({ slug }) => ({ kind: 'entity', slug })) : [];
  }
  if (file === OUTLETS) {
    const read = readOutlets(text);
    return read.ok ? read.value.map(({ name }) => ({ kind: 'outlet', name })) : [];
  }
  if (file !== SETTINGS) return [];
  const read = readSettings(text);
  if (!read.ok) return [];
  const { lenses = [], heads = [] } = read.value;
  return [
    ...lenses.map((name) => ({ kind: 'lens', name }) as const),
    ...heads.map((name) => ({ kind: 'head', name }) as const),
  ];
}

/** A file that is not of the change, and names what would be gone. */
async function dependent(
  disk: Disk,
  { root, engine, registries }: Session,
  { files }: Step,
  subject: Subject,
): Promise<string | null> {
  const isOther = (file: string) => !files.includes(file);
  const { incoming } = await engine.references(subject);
  const linking = incoming
    .filter(({ published }) => !published)
    .map(({ slug }) => `${BRIEFS_FOLDER}/${slug}.md`)
    .find(isOther);
  if (linking !== undefined) return linking;
  if (subject.kind !== 'brief') return null;
  const { slug } = subject;
  const isWaived = registries.waivers.data.some((waiver) => waiver.slug === slug);
  if (isWaived && isOther(WAIVERS)) return WAIVERS;
  const review = reviewFile(slug);
  return isOther(review) && (await disk.facts(join(root, review))) ? review : null;
}
