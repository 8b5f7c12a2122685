import type { Command } from './command';
import { check } from './commands/check';
import { exportBriefs } from './commands/export';
import { get } from './commands/get';
import { graph } from './commands/graph';
import { init } from './commands/init';
import { create } from './commands/new';
import { rename } from './commands/rename';
import { set } from './commands/set';
import { show } from './commands/show';
import { stats } from './commands/stats';

/** In the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  check,
  show,
  get,
  set,
  create,
  rename,
  exportBriefs,
  stats,
  graph,
  init,
];
