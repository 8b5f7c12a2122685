#!/usr/bin/env node
// Run after an `npm install` against a registry that holds the packages of one platform only.
import './lib/node-version.mjs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeLock } from './lib/lockfile.mjs';
import { CHECKOUT } from './lib/paths.mjs';

const file = join(CHECKOUT, 'package-lock.json');
const lock = JSON.parse(await readFile(file, 'utf8'));
await writeFile(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
