import { answers } from './app/answers.mjs';
import { completing, scrolling } from './app/frames.mjs';
import { opening } from './app/opening.mjs';
import { findingsComplete, listUsable, watchIndex } from './lib/app-page.mjs';
import { entityRecords, writeCorpus } from './lib/corpus.mjs';
import { CHECKOUT, start, temporary } from './lib/electron.mjs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SEED = 1;
const BRIEFS = 10_000;
const ENTITIES = 100_000;

/** What a workspace of 10,000 briefs costs in the app, against one of ten and a bare window. */
export async function app(exe, isQuick) {
  const ten = temporary('ten');
  const many = temporary('many');
  const large = temporary('large');
  writeCorpus(ten, { briefs: 10, seed: SEED });
  writeCorpus(many, { briefs: BRIEFS, seed: SEED });
  writeCorpus(large, { briefs: BRIEFS, entities: ENTITIES, seed: SEED });
  const workspaces = [
    { name: '10 briefs', folder: ten },
    { name: '10,000 briefs', folder: many },
    { name: '10,000 briefs, 100,000 entities', folder: large },
  ];
  const opened = await opening(exe, workspaces, isQuick ? 2 : 5);
  const parts = [opened, ...(await inUse(exe, large, isQuick))];
  return {
    title: 'A large workspace',
    table: parts.map((part) => `#### ${part.title}\n\n${part.table}`).join('\n\n'),
    checks: parts.flatMap((part) => part.checks),
  };
}

/** Works in a workspace that has been read and checked. */
export async function inUse(exe, folder, isQuick) {
  const slugs = readdirSync(join(folder, 'briefs')).map((name) => name.slice(0, -3));
  const entities = entityRecords(ENTITIES, SEED + 1);
  const window = await start(exe, CHECKOUT, { userData: temporary('large'), args: [folder] });
  try {
    const { page } = window;
    await watchIndex(page);
    await listUsable(page);
    await findingsComplete(page);
    const edits = isQuick ? 60 : 200;
    const searches = isQuick ? 120 : 600;
    const answered = await answers(page, { folder, slugs, entities, edits, searches });
    const completed = await completing(page, entities, isQuick ? 50 : 200);
    const scrolled = await scrolling(exe, page, isQuick ? 120 : 300);
    return [answered, completed, scrolled];
  } finally {
    await window.end();
  }
}
