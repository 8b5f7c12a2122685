import type { Calls } from '../../bridge/contract';
import type { Done, Failed } from '../../bridge/types';
import { addRelated, type EditResult, setField } from '../../core/edit/index';
import type { Brief } from '../../core/format/brief';
import { parse } from '../../core/format/parse';
import { applyEdits } from '../../core/text/edit';
import { canonicalOf } from '../../core/workspace/address';
import { writeDurable } from '../../disk/files/durable';
import { attempt, refuse } from '../../disk/files/problem';
import { encode } from '../../disk/files/text';
import type { Session } from '../workspace/session';
import { type Context, DONE, inSession } from './context';

type BriefCalls = Pick<
  Calls,
  | 'openBrief'
  | 'closeBrief'
  | 'saveBrief'
  | 'journal'
  | 'discardDraft'
  | 'createBrief'
  | 'duplicateBrief'
  | 'relateBack'
  | 'showInFolder'
  | 'saveCopy'
>;

export function briefCalls(context: Context): BriefCalls {
  return {
    openBrief: (slug) =>
      inSession(context, async ({ briefs }) => {
        const opened = await briefs.open(slug);
        context.host.briefShown();
        return opened;
      }),
    closeBrief: async (slug) => {
      context.desk.session?.briefs.close(slug);
      return DONE;
    },
    saveBrief: (request) => inSession(context, ({ briefs }) => briefs.save(request)),
    journal: (slug, text, base) =>
      inSession(context, ({ journal, briefs }) =>
        attempt('The draft', 'written', async () => {
          await briefs.path(slug);
          await journal.keep({ slug, text, base, at: Date.now() });
          return DONE;
        }),
      ),
    discardDraft: async (slug) => {
      const session = context.desk.session;
      await session?.journal.discard(slug);
      await session?.draftsChanged();
      return DONE;
    },
    createBrief: (slug, text) => inSession(context, ({ briefs }) => briefs.create(slug, text)),
    duplicateBrief: (slug, to) => inSession(context, (session) => duplicate(session, slug, to)),
    relateBack: (inBrief, slug) => inSession(context, (session) => relate(session, inBrief, slug)),
    showInFolder: (slug) =>
      inSession(context, ({ briefs }) =>
        attempt('The brief', 'read', async () => {
          context.host.showFile(await briefs.path(slug));
          return DONE;
        }),
      ),
    saveCopy: async (text, suggestedName) => {
      const path = await context.host.askFile(suggestedName);
      if (path === null) return { kind: 'cancelled' };
      return attempt(path, 'written', async () => {
        const bytes = encode({ text, eol: 'mixed', bom: false }, path);
        await writeDurable(context.disk, (await context.disk.target(path)) ?? path, bytes);
        return DONE;
      });
    },
  };
}

async function duplicate(session: Session, slug: string, to: string): Promise<Done | Failed> {
  const read = await session.briefs.text(slug);
  if (read.kind === 'problem') return read;
  const { text } = read.disk;
  const title = parse(text).title?.value.text;
  const named =
    title === undefined
      ? text
      : changed(text, (brief) => setField(brief, { field: 'title' }, `${title} (copy)`));
  const canonical = canonicalOf(session.registries.settings.data, to);
  const own = changed(named, (brief) => setField(brief, { field: 'canonical' }, canonical));
  return session.briefs.create(to, own);
}

/** The text after an intention; where that is refused, the text as it is. */
function changed(text: string, intend: (brief: Brief) => EditResult): string {
  const result = intend(parse(text));
  return result.ok ? applyEdits(text, result.edits) : text;
}

async function relate(session: Session, inBrief: string, slug: string): Promise<Done | Failed> {
  return session.briefs.edit(inBrief, (text) => {
    const brief = parse(text);
    if (brief.related?.items.some((item) => item.slug.text === slug)) return text;
    const result = addRelated(brief, slug);
    return result.ok ? applyEdits(text, result.edits) : refuse('not-valid', result.reason);
  });
}
