import { parentPort, workerData } from 'node:worker_threads';
import { join } from 'node:path';
import { BRIEFS_FOLDER } from '../../workspace/find';
import { BriefFiles } from '../files';
import type { HelperStart } from './helper';
import { Share } from './share';
import { knowledgeBefore, sweep, type Swept } from './sweep';

/** A thread that reads and checks part of a workspace's briefs, for who reads the others. */
function help({ root, share, ...task }: HelperStart): Swept {
  const files = new BriefFiles(root, join(root, BRIEFS_FOLDER));
  files.list();
  const work = sweep(task, files, knowledgeBefore(task), new Share(task.slugs.length, share));
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const swept = help(workerData as HelperStart);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(swept, buffersOf(swept));

/** The memory of the columns goes over as it is. */
function buffersOf({ facts, findings, kept }: Swept): ArrayBuffer[] {
  const all = [
    facts.texts,
    facts.numbers,
    findings.rows,
    findings.starts,
    findings.texts.bytes,
    findings.texts.ends,
    ...(kept ? [kept.hashes, ...kept.records, kept.ends, kept.facts, kept.factEnds] : []),
  ];
  return all.map(({ buffer }) => buffer as ArrayBuffer);
}
