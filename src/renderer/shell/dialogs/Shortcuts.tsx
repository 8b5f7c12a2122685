import { COMMAND_IDS, COMMANDS } from '../../../bridge/commands';
import type { ShellDialogProps } from '../../app/dialogs';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Kbd } from '../../ui/Kbd';
import './dialogs.css';

const menus = ['File', 'Edit', 'Insert', 'View', 'Go', 'Help'] as const;

/** Keys that belong to a place rather than to a command. */
const others: readonly { readonly title: string; readonly keys: readonly string[] }[] = [
  { title: 'Open the active brief', keys: ['Enter'] },
  { title: 'Choose several briefs', keys: ['Shift+Up', 'Shift+Down'] },
  { title: 'Choose all briefs', keys: ['CmdOrCtrl+A'] },
  { title: 'Delete the chosen', keys: ['Delete'] },
];

/** The table of commands, as a page. */
export function ShortcutsDialog({ onClose }: ShellDialogProps<'shortcuts'>) {
  return (
    <Dialog
      open
      size="l"
      reading
      title="Keyboard shortcuts"
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <div className="shortcuts">
        {menus.map((menu) => (
          <Group
            key={menu}
            title={menu}
            entries={COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu).flatMap((id) => {
              const { title, keys } = COMMANDS[id];
              return keys ? [{ title: title.replace('…', ''), keys: [keys] }] : [];
            })}
          />
        ))}
        <Group title="In the brief list" entries={others} />
      </div>
    </Dialog>
  );
}

function Group(props: {
  readonly title: string;
  readonly entries: readonly { readonly title: string; readonly keys: readonly string[] }[];
}) {
  return (
    <section className="shortcuts-group">
      <h3>{props.title}</h3>
      <dl>
        {props.entries.map(({ title, keys }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              {keys.map((each) => (
                <Kbd key={each} keys={each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
