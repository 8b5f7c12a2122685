import { join } from 'node:path';
import { CASES } from '../core/check/cases';
import { fill } from '../disk/temporary';
import { printEntities, printOutlets, printSettings } from '../../src/core/workspace/write';
import { SMALL_BRIEF, SMALL_ENTITIES, SMALL_OUTLETS, SMALL_SETTINGS } from './brief';
import { temporaryFolder } from './folders';
import { unmark } from './marked';

/** A workspace in which every rule finds something: a brief for each case of the rules. */
export async function brokenWorkspace(): Promise<string> {
  const root = join(await temporaryFolder('workspace'), 'broken');
  const briefs = CASES.map(({ marked }, index) => {
    const slug = `case-${index + 1}`;
    const text = unmark(marked).text.replaceAll('/ko/n/small', `/ko/n/${slug}`);
    return [`briefs/${slug}.md`, text] as const;
  });
  const waived = { rule: 'take/unlabelled', slug: 'small', text: '', reason: 'why', by: 'Ada' };
  await fill(root, {
    'briefwright.json': printSettings({ ...SMALL_SETTINGS, published: ['published'] }),
    'registry/entities.json': printEntities(SMALL_ENTITIES),
    'registry/outlets.json': printOutlets(SMALL_OUTLETS),
    'registry/waivers.json': JSON.stringify([
      waived,
      { ...waived, rule: 'format/type', text: 'rumour', until: '2020-01-31' },
      { ...waived, rule: 'format/date', text: '2026-06-31' },
    ]),
    'briefs/small.md': SMALL_BRIEF.replace('type: event', 'type: rumour').replace(
      '2026-06-04',
      '2026-06-31',
    ),
    // Another file that claims the slug of `small`.
    'briefs/twin.md': SMALL_BRIEF,
    'briefs/other.md': SMALL_BRIEF.replaceAll('n/small', 'n/other').replace(
      '[[other]]',
      '[[twin]]',
    ),
    'published/far.md': SMALL_BRIEF.replace('n/small', 'n/far'),
    ...Object.fromEntries(briefs),
  });
  return root;
}
