import { spawnSync } from 'node:child_process';

/** Mounts a real small disk (a tmpfs) on a folder; false where this account may not, neither by itself nor by sudo. */
export function mountSmallDisk(folder: string, size: string): boolean {
  return asRoot('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
}

export function unmountSmallDisk(folder: string): void {
  asRoot('umount', folder);
}

function asRoot(...command: readonly [string, ...string[]]): boolean {
  const [program, ...args] = command;
  if (spawnSync(program, args).status === 0) return true;
  // Never asks for a password.
  return spawnSync('sudo', ['-n', ...command]).status === 0;
}
