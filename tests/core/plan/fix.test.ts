import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../src/core/check/finding';
import { planChange } from '../../../src/core/plan/index';
import { SMALL_BRIEF, swap } from '../../support/brief';
import { carriedOut, changed, type Files, planned, refusal, REGISTRIES, viewOf } from './desk';

const fixAll = (rule: RuleId) => ({ kind: 'fix-rule', rule, slugs: null }) as const;
const of = (files: Files, slug: string, rule: RuleId) =>
  viewOf(files)
    .findings(slug)
    .filter((finding) => finding.rule === rule);

describe('fixing', () => {
  const UNLISTED = swap(SMALL_BRIEF, '- Entities: Vladimir Putin', '- Entities:').replace(
    'met [the others]',
    'and [Zelensky](/ko/entity/volodymyr-zelensky) met [the others]',
  );
  const FILES: Files = {
    ...REGISTRIES,
    'briefs/small.md': UNLISTED,
    'briefs/second.md':
      '# Two\n\n[Putin](/ko/entity/vladimir-putin)\n\n## Across the graph\n- Entities: Vladimir Putin\n',
    'briefs/other.md': '# Other\n',
  };

  it('mends one finding by its first fix', () => {
    const [finding] = of(FILES, 'small', 'graph/entity-unlisted');
    const request = {
      kind: 'fix-finding',
      slug: 'small',
      rule: 'graph/entity-unlisted',
      from: finding?.from ?? -1,
    } as const;
    expect(changed(FILES, request)['briefs/small.md']).toBe(
      swap(UNLISTED, '- Entities:', '- Entities: Vladimir Putin'),
    );
    expect(refusal(FILES, { ...request, from: 1 })).toContain('there no more');
    const [bare] = of({ ...FILES, 'briefs/small.md': '' }, 'small', 'format/title');
    expect(bare).toBeDefined();
    const noFix = { ...request, rule: 'format/title', from: bare?.from ?? -1 } as const;
    expect(refusal({ ...FILES, 'briefs/small.md': '' }, noFix)).toContain('has no fix');
  });

  it('mends all of a rule, one after the other', () => {
    const whole = planned(FILES, fixAll('graph/entity-unlisted'));
    const after = carriedOut(FILES, whole);
    expect(after['briefs/small.md']).toBe(
      swap(UNLISTED, '- Entities:', '- Entities: Vladimir Putin, Volodymyr Zelensky'),
    );
    expect(whole.files.map(({ file }) => file)).toEqual(['briefs/small.md']);
    expect(refusal(FILES, { ...fixAll('graph/entity-unlisted'), slugs: ['second'] })).toContain(
      'Nothing',
    );
  });

  it('shows each fix as a change of its own where it is one', () => {
    const counts = swap(SMALL_BRIEF, '2 takes', '7 takes').replace(
      '(/ko/n/other) in',
      '(/ko/n/other) and [small](/ko/n/small), [me](/ko/n/small) in',
    );
    const files: Files = { ...FILES, 'briefs/small.md': counts };
    const whole = planned(files, fixAll('link/self'));
    const [first, second] = whole.plan.files[0]?.changes ?? [];
    expect(whole.plan.files[0]?.changes).toHaveLength(2);
    expect(first?.after).toContain('and small, [me]');
    expect(second?.after).toContain('and [small](/ko/n/small), me in');
    expect(carriedOut(files, whole, [first?.id ?? ''])['briefs/small.md']).toBe(
      counts.replace('[me](/ko/n/small)', 'me'),
    );
  });

  it('lists a brief back in the other', () => {
    const files: Files = {
      ...REGISTRIES,
      'briefs/small.md': SMALL_BRIEF,
      'briefs/other.md': '# Other\n\n## Across the graph\n- Related: [[third]]\n',
      'briefs/third.md': '# Third\n\n## Across the graph\n- Related: [[other]]\n',
    };
    const after = changed(files, fixAll('graph/one-way'));
    expect(after).toEqual({
      ...files,
      'briefs/other.md': '# Other\n\n## Across the graph\n- Related: [[third]], [[small]]\n',
    });
  });

  it('adds an entity once, each under a slug of its own', () => {
    const line = (names: string) => `# X\n\n## Across the graph\n- Entities: ${names}\n`;
    const files: Files = {
      ...REGISTRIES,
      'briefs/a.md': line('Zürich, Moon'),
      'briefs/b.md': line('Zurich, Moon'),
    };
    const after = changed(files, fixAll('graph/entity-unregistered'));
    expect(after['registry/entities.json']).toBe(`[
  {"slug": "moon", "name": "Moon"},
  {"slug": "vladimir-putin", "name": "Vladimir Putin", "aliases": ["Putin"], "kind": "person"},
  {"slug": "volodymyr-zelensky", "name": "Volodymyr Zelensky"},
  {"slug": "washington-dc", "name": "Washington, D.C."},
  {"slug": "zurich", "name": "Zürich"},
  {"slug": "zurich-2", "name": "Zurich"}
]
`);
    expect(of(after, 'a', 'graph/entity-unregistered')).toEqual([]);
    const none = {
      'briefs/a.md': line('Moon'),
      'briefwright.json': files['briefwright.json'] ?? '',
    };
    expect(changed(none, fixAll('graph/entity-unregistered'))['registry/entities.json']).toContain(
      '"Moon"',
    );
  });

  it('passes over what is waived', () => {
    const text = swap(SMALL_BRIEF, '(/ko/n/other)', '(/ko/n/small)').replace(
      'Moscow.',
      'Moscow, [there](/ko/n/small).',
    );
    const files: Files = { ...FILES, 'briefs/small.md': text };
    const view = viewOf(files);
    const waiver = { rule: 'link/self', slug: 'small', text: '', reason: 'so', by: 'me' } as const;
    const waiving = {
      ...view,
      findings: (slug: string) =>
        view
          .findings(slug)
          .map((finding, index, all) =>
            finding.rule === 'link/self' &&
            all.findIndex(({ rule }) => rule === 'link/self') === index
              ? { ...finding, waiver }
              : finding,
          ),
    };
    const result = planChange(waiving, fixAll('link/self'), {
      text: (file) => files[file] ?? null,
    });
    expect(result.ok && carriedOut(files, result.plan)['briefs/small.md']).toBe(
      swap(text, '[there](/ko/n/small)', 'there'),
    );
  });

  it('mends every rule that has a fix, and never more than it says', () => {
    const broken = `# T\n> d\n\n**Meta:** type: event · date: 2026-06-04 · heads: Who Decides · 9 takes · 9 lenses · 9 regions\n\n## Why it matters\n\nx [a](/ko/entity/vladimir-putn) [s](/ko/n/third) [o](/ko/n/smal)\n\n## Summary\n\ny\n\n## Regional takes (batched by bias / lens)\n\n### Empty\n\n## Across the graph\n- Related: [[small]], [[small]]\n- Entities: Nobody\n`;
    const files: Files = { ...FILES, 'briefs/third.md': broken };
    const rules = [
      ...new Set(
        viewOf(files)
          .findings('third')
          .filter(({ fix }) => fix)
          .map(({ rule }) => rule),
      ),
    ];
    expect(rules.length).toBeGreaterThan(9);
    for (const rule of rules) {
      const before = of(files, 'third', rule).filter(({ fix }) => fix).length;
      const after = changed(files, { ...fixAll(rule), slugs: ['third'] });
      expect(of(after, 'third', rule).length, rule).toBeLessThan(before);
    }
  });
});
