import type { Calls } from '../../bridge/contract';
import type { Answer, Done } from '../../bridge/types';
import type { Engine } from '../../disk/engine/engine';
import { type Context, DONE, inSession } from './context';

type GraphCalls = Pick<
  Calls,
  | 'findings'
  | 'search'
  | 'references'
  | 'graph'
  | 'balance'
  | 'uses'
  | 'overlay'
  | 'cancelIndex'
  | 'resumeIndex'
>;

export function graphCalls(context: Context): GraphCalls {
  const ask = <T>(question: (engine: Engine) => Promise<T>): Promise<Answer<T>> =>
    inSession<Answer<T>>(context, async ({ engine }) => ({
      kind: 'answer',
      answer: await question(engine),
    }));
  const tell = async (say: (engine: Engine) => void): Promise<Done> => {
    const engine = context.desk.session?.engine;
    if (engine) say(engine);
    return DONE;
  };
  return {
    findings: (query) => ask((engine) => engine.findings(query)),
    search: (query) => ask((engine) => engine.search(query)),
    references: (subject) => ask((engine) => engine.references(subject)),
    graph: (scope) => ask((engine) => engine.graph(scope)),
    balance: (search) => ask((engine) => engine.balance(search)),
    uses: (kind) => ask(async (engine) => JSON.stringify(await engine.uses(kind))),
    overlay: (slug, text) => tell((engine) => engine.overlay(slug, text)),
    cancelIndex: () => tell((engine) => engine.cancel()),
    resumeIndex: () => tell((engine) => engine.resume()),
  };
}
