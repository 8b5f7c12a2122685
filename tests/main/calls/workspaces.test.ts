import { expect, it } from 'vitest';
import { briefCalls } from '../../../src/main/calls/briefs';
import { boot } from '../../../src/main/calls/workspaces';
import { stage, workspace } from '../support';

it('tells a page that is loaded anew of the drafts that the one before it left', async () => {
  const made = await stage();
  const first = made.desk.open(await workspace());
  const drafts = async (isReload: boolean) => {
    const { open } = await boot(made, first, isReload);
    return open?.kind === 'opened' && open.workspace.drafts.map(({ slug }) => slug);
  };
  expect(await drafts(false)).toEqual([]);
  const opened = await briefCalls(made).openBrief('one');
  if (opened.kind !== 'opened') throw new Error(opened.problem.message);
  await briefCalls(made).journal('one', '# Never saved\n', opened.disk.hash);
  expect(await drafts(true)).toEqual(['one']);
});
