import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './process.mjs';

const FOLDER = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'briefwright-bench');
const PACKAGES = [
  'rumdl@0.2.75',
  'markdownlint-cli2@0.22.1',
  'markdownlint-rule-relative-links@3.0.0',
];

/** What people would check links with instead, installed outside the checkout when first needed. */
export async function peers() {
  if (!existsSync(join(FOLDER, 'node_modules/markdownlint-cli2'))) {
    mkdirSync(FOLDER, { recursive: true });
    const install = ['install', '--prefix', FOLDER, '--no-audit', '--no-fund', ...PACKAGES];
    const { code, out } = await run('npm', install);
    if (code !== 0) throw new Error(`The tools to compare with can’t be installed.\n${out}`);
  }
  const { platform, arch } = process;
  const rumdl = join(FOLDER, `node_modules/@rumdl/cli-${platform}-${arch}/rumdl`);
  const markdownlint = join(FOLDER, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
  return {
    /** Links only, without its cache. */
    rumdl: (folder) =>
      run(rumdl, ['check', '--no-cache', '--enable', 'MD057', '.'], { cwd: folder }),
    markdownlint(folder) {
      const rule = join(FOLDER, 'node_modules/markdownlint-rule-relative-links/src/index.js');
      const config = { config: { default: false, 'relative-links': true }, customRules: [rule] };
      writeFileSync(join(folder, '.markdownlint-cli2.jsonc'), JSON.stringify(config));
      return run(process.execPath, [markdownlint, '**/*.md'], { cwd: folder });
    },
  };
}
