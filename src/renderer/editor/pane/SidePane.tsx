import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { countFindings } from '../../../core/check';
import { createStore, type SideTab, useSideTab, useStore } from '../../app/contract';
import { SeverityCounts } from '../../ui/Severity';
import { Tabs } from '../../ui/Tabs';
import { FindingsPanel } from '../findings/FindingsPanel';
import { Preview } from '../preview/Preview';
import { SessionContext } from '../session/context';
import { sessions } from '../session/desk';
import type { Session } from '../session/session';
import './side-pane.css';

/** What the reader gets, what the checks found, and how the brief stands among others. */
export function SidePane({ slug }: { readonly slug: string | null }): ReactNode {
  const shown = useStore(sessions.shown);
  if (shown.kind !== 'open' || shown.session.slug !== slug) return null;
  return (
    <SessionContext value={shown.session}>
      <div className="side">
        <Sides key={slug} session={shown.session} />
      </div>
    </SessionContext>
  );
}

function Sides({ session }: { readonly session: Session }) {
  const [tab, setTab] = useSideTab();
  const listed = useSyncExternalStore(session.findings.subscribe, session.findings.listed);
  return (
    <Tabs
      label="Preview, findings, links and balance"
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'preview', label: 'Preview', content: <Preview /> },
        {
          value: 'findings',
          label: 'Findings',
          badge: <SeverityCounts counts={countFindings(listed)} />,
          content: <FindingsPanel />,
        },
        { value: 'links', label: 'Links', content: <Late panel="links" /> },
        { value: 'balance', label: 'Balance', content: <Late panel="balance" /> },
      ]}
    />
  );
}

type LatePanel = Extract<SideTab, 'links' | 'balance'>;

/** Panels that few look at in the first second: the first brief does not wait for them. */
const loaders: { readonly [Panel in LatePanel]: () => Promise<ComponentType> } = {
  links: async () => (await import('../links/LinksPanel')).LinksPanel,
  balance: async () => (await import('../balance/BalancePanel')).BalancePanel,
};

const loaded = createStore<{ readonly [Panel in LatePanel]?: ComponentType }>({});

async function load(panel: LatePanel): Promise<void> {
  if (loaded.get()[panel]) return;
  const view = await loaders[panel]();
  loaded.update((panels) => ({ ...panels, [panel]: view }));
}

function Late({ panel }: { readonly panel: LatePanel }) {
  const Chosen = useStore(loaded)[panel];
  useEffect(() => void load(panel), [panel]);
  return Chosen ? <Chosen /> : null;
}
