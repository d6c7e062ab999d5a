// A server under test: its process and its address.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Starts a server and waits until it says its address: `{ address, log, memory, stop }`. */
export async function started(program, args, options, says, patience = 300_000) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const address = await new Promise((resolve, reject) => {
    const listen = (data) => {
      log += data;
      const found = log.match(says);
      if (found) resolve(found[1]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code}: ${log.slice(-2000)}`)));
    setTimeout(() => reject(new Error(`${program} says no address: ${log.slice(-2000)}`)), patience).unref();
  });
  return {
    address,
    log: () => log,
    /** Resident memory in MB; of `VmHWM` the most it has been. */
    memory: (name = 'VmRSS') => Math.round(Number(readFileSync(`/proc/${child.pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+)`))?.[1] ?? 0) / 1024),
    stop: () => {
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
    },
  };
}
