import { useCallback } from 'react';
import { COMMAND_IDS, COMMANDS, type CommandId } from '../../../bridge/commands';
import type { ShellDialogProps } from '../../app/dialogs';
import { runCommand, useEnabledCommands } from '../../app/commands';
import { type Choice, Chooser } from '../../ui/Chooser';
import { plain, suggest } from '../../ui/suggestions';

/** Every command that can run now, found by its words. */
export function PaletteDialog({ onClose }: ShellDialogProps<'palette'>) {
  const enabled = useEnabledCommands();
  const find = useCallback((query: string) => found(query, enabled), [enabled]);
  return (
    <Chooser
      label="Commands"
      placeholder="Type a command"
      find={find}
      onClose={onClose}
      onChoose={(id) => {
        onClose();
        // Once the focus is back where it was: many commands work on what has it.
        setTimeout(() => runCommand(idOf(id)));
      }}
    />
  );
}

const idOf = (id: string): CommandId => COMMAND_IDS.find((each) => each === id) ?? 'view.palette';

function found(query: string, enabled: ReadonlySet<CommandId>): readonly Choice[] {
  const ids = COMMAND_IDS.filter((id) => id !== 'view.palette' && enabled.has(id));
  const titles = new Map(ids.map((id) => [COMMANDS[id].title, id]));
  const fitting = new Set(suggest(plain([...titles.keys()]), query).map(({ value }) => value));
  return ids
    .filter((id) => fitting.has(COMMANDS[id].title))
    .map((id) => ({
      id,
      label: COMMANDS[id].title,
      detail: COMMANDS[id].menu,
      keys: COMMANDS[id].keys,
    }));
}
