/** What instances told, as a file each beside the repository's own, where every instance of rs-config finds it. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Acknowledgements, Told } from './service.ts';

/** Git takes no notice of the folder. */
export function acknowledgements(repository: string): Acknowledgements {
  const folderOf = (service: string): string => path.join(repository, 'instances', service);
  return {
    async keep(service, told) {
      const folder = folderOf(service);
      await mkdir(folder, { recursive: true });
      const file = path.join(folder, `${told.instanceId}.json`);
      const passing = `${file}.${crypto.randomUUID()}`;
      await writeFile(passing, JSON.stringify(told));
      await rename(passing, file);
    },
    async list(service, since) {
      const folder = folderOf(service);
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
      const all = names.map(async (name) => {
        const told = toldIn(await readFile(path.join(folder, name), 'utf8').catch(() => ''));
        if (told && told.heardAt >= since.toISOString()) return [told];
        await rm(path.join(folder, name), { force: true });
        return [];
      });
      const told = (await Promise.all(all)).flat();
      return told.toSorted((one, other) => (one.instanceId < other.instanceId ? -1 : 1));
    },
  };
}

/** A file is whole, since it was renamed when it was; undefined when it is gone. */
const toldIn = (text: string): Told | undefined => (text === '' ? undefined : (JSON.parse(text) as Told));
