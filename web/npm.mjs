// Packages from npm, by a package.json and package-lock.json of ours, in a folder of the build.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

// from: the folder that says which; folder: where they are installed, unless they are already.
// { require } where they are there; { problem }, in words, where they cannot be had.
export async function install(from, folder) {
  await mkdir(folder, { recursive: true });
  const lock = await readFile(path.join(from, 'package-lock.json'));
  const stamp = path.join(folder, 'installed');
  const wanted = createHash('sha256').update(lock).update(process.platform + process.arch).digest('hex');
  if (await readFile(stamp, 'utf8').catch(() => '') !== wanted) {
    for (const name of ['package.json', 'package-lock.json', '.npmrc'])
      await copyFile(path.join(from, name), path.join(folder, name));
    const { status, error, stderr } = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'],
                                                { cwd: folder, encoding: 'utf8', timeout: 240000 });
    if (status !== 0)
      return { problem: error?.code === 'ENOENT' ? 'there is no npm here' : error?.message ?? stderr.trim() };
    await writeFile(stamp, wanted);
  }
  return { require: createRequire(path.resolve(folder, 'package.json')) };
}
