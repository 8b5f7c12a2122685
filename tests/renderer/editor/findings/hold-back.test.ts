import { beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../../../src/core/check';
import { parse } from '../../../../src/core/format/parse';
import { knowledgeOf } from '../../../../src/core/workspace/knowledge';
import { BriefDocument } from '../../../../src/renderer/editor/document/brief-document';
import { FindingsStore } from '../../../../src/renderer/editor/findings/findings-store';
import { fixedText } from '../../../../src/renderer/editor/findings/fixes-of-rule';
import { tokenAt } from '../../../../src/renderer/editor/findings/hold-back';
import { Clock } from '../clock';
import { SMALL } from '../texts';

const knowledge = knowledgeOf({
  settings: { version: 1, site: 'https://example.org', prefix: 'ko', types: ['event'] },
  entities: [{ slug: 'russia', name: 'Russia' }],
  outlets: [],
  briefs: [],
});

let clock: Clock;
let document: BriefDocument;
let findings: FindingsStore;
beforeEach(() => {
  clock = new Clock();
  document = new BriefDocument('talks', SMALL);
  findings = new FindingsStore(document, clock);
  findings.use((brief) => check(brief, 'talks', knowledge));
});

const rules = () => findings.shown().map(({ rule }) => rule);

/** Types key by key at an offset. */
function type(at: number, text: string): void {
  for (let index = 0; index < text.length; index++) {
    document.edit([{ from: at + index, to: at + index, insert: text.charAt(index) }], {
      event: 'input.type',
      caret: () => at + index + 1,
    });
  }
}

describe('findings', () => {
  it('say nothing of the link that is being typed, and then do', () => {
    const at = SMALL.indexOf('One line');
    type(at, '[x](/ko/entity/nobod');
    expect(rules()).not.toContain('link/malformed');
    type(document.caret, 'y)');
    expect(rules()).not.toContain('link/entity-unknown');
    document.select(0);
    expect(rules()).toContain('link/entity-unknown');
  });

  it('judge the token when one pauses', async () => {
    type(SMALL.indexOf('event'), 'x');
    expect(rules()).not.toContain('format/type');
    await clock.pass(1000);
    expect(rules()).not.toContain('format/type');
    await clock.pass(500);
    expect(rules()).toContain('format/type');
  });

  it('keep saying what they said before, elsewhere and on the line', () => {
    const before = rules();
    expect(before).toContain('take/summary-missing');
    type(SMALL.indexOf('Al Jazeera'), 'x');
    expect(rules()).toEqual(before);
  });

  it('give a new list only when they say something else', () => {
    const listed = findings.listed();
    type(SMALL.indexOf('One line'), 'abc ');
    expect(findings.listed()).toBe(listed);
    expect(findings.shown()[0]?.from).toBe(
      (listed[0]?.from ?? 0) + (listed[0] && listed[0].from > 200 ? 4 : 0),
    );
    document.edit([{ from: 0, to: 2, insert: '' }], { event: 'input' });
    expect(findings.listed()).not.toBe(listed);
  });

  it('trouble nobody while all they do is move with the text', () => {
    let told = 0;
    findings.subscribe(() => told++);
    type(SMALL.indexOf('One line'), 'some words ');
    expect(told).toBe(0);
    const last = findings.shown().at(-1);
    expect(document.text.slice(last?.from, last?.to)).toBe(
      SMALL.slice((last?.from ?? 0) - 11, (last?.to ?? 0) - 11),
    );
    document.edit([{ from: 0, to: 2, insert: '' }], { event: 'input' });
    expect(told).toBe(1);
  });

  it('wait for a pause where the check takes long, and move with the text till then', async () => {
    let now = 0;
    const slow = new FindingsStore(document, { after: clock.after, now: () => now });
    slow.use((brief) => {
      now += 40;
      return check(brief, 'talks', knowledge);
    });
    const [runs, first] = [slow.runs, slow.shown().at(-1)];
    document.edit([{ from: 0, to: 0, insert: 'ab' }], { event: 'input.type' });
    expect(slow.runs).toBe(runs);
    expect(slow.shown().at(-1)?.from).toBe((first?.from ?? 0) + 2);
    await clock.pass(1000);
    expect(slow.runs).toBe(runs + 1);
  });
});

describe('the token at the caret', () => {
  const at = (text: string) => {
    const offset = text.indexOf('|');
    const plain = text.replace('|', '');
    const { token } = tokenAt(parse(plain), offset);
    return plain.slice(token.from, token.to);
  };
  it.each([
    ['# a\n\n## Summary\n\nsome wo|rd here', 'word'],
    ['# a\n\n## Summary\n\nsome [wo|rd](/ko/n/x) here', '[word](/ko/n/x)'],
    ['# a\n\n## Summary\n\nsome [Vladimir Pu| here', '[Vladimir Pu'],
    ['# a\n\n## Summary\n\nsome [[g7 | here', '[[g7 '],
    ['# a\n\n## Summary\n\n[done](/ko/n/x) and mo|re', 'more'],
  ])('%j', (text, token) => {
    expect(at(text)).toBe(token);
  });
});

it('mends all findings of a rule, also those that a mend uncovers', () => {
  const text = SMALL.replace('[[g7-evian]]', '[[g7-evian]], [[g7-evian]], [[g7-evian]]');
  const fixed = fixedText(text, 'graph/related-duplicate', (brief) =>
    check(brief, 'talks', knowledge),
  );
  expect(fixed).toBe(SMALL);
});
