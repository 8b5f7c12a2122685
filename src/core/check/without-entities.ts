import type { Settings } from '../workspace/workspace';
import type { RuleId } from './finding';

/** The rules that read the registry of entities. */
const RULES = [
  'link/entity-unknown',
  'graph/entity-unregistered',
  'graph/entity-unlisted',
] as const satisfies readonly RuleId[];

/** The settings without the rules that nothing can be found by before the entities are read. */
export const withoutEntities = (settings: Settings): Settings => ({
  ...settings,
  rules: { ...settings.rules, ...Object.fromEntries(RULES.map((id) => [id, 'off' as const])) },
});
