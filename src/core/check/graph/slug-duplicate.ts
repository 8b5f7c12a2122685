import { readCanonical } from '../../workspace/address';
import type { CheckContext, Rule } from '../rule';
import { quoted, titleLine } from '../text';

export const slugDuplicate: Rule = {
  id: 'graph/slug-duplicate',
  check(context, report) {
    const [first] = rivals(context);
    if (!first) return;
    const message = `This brief and ${quoted(first.file)} both claim the slug ${quoted(first.slug)}: mend the canonical line of one.`;
    report(context.brief.canonical ?? titleLine(context.brief), message);
  },
};

/** The files that claim a slug which this file claims too, by name or by canonical line. */
function rivals(context: CheckContext): { file: string; slug: string }[] {
  const { slug, knowledge } = context;
  const { briefs } = knowledge;
  const claimed = claimedBy(context);
  if (claimed === slug && briefs.claimants(slug).length === 0) return [];
  const files = (of: string) => [
    ...briefs.claimants(of),
    ...(briefs.has(of) && of !== slug ? [of] : []),
  ];
  return [...new Set([slug, claimed])].flatMap((of) =>
    files(of)
      .filter((file) => file !== slug)
      .map((file) => ({ file, slug: of })),
  );
}

function claimedBy({ brief, slug, address }: CheckContext): string {
  const line = brief.canonical?.value.text;
  if (line === undefined || line === address) return slug;
  return readCanonical(line)?.slug ?? slug;
}
