#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { argv, env } from 'node:process';
import { fileURLToPath } from 'node:url';

// libuv reads this when its first thread is needed: each running DuckDB query holds one, files and zlib need more.
env['UV_THREADPOOL_SIZE'] ??= '12';

// Node keeps the compiled modules from one start to the next, a third of the time of which it took to compile them. A
// folder that cannot be written is done without, and NODE_COMPILE_CACHE, which Node reads itself, names another one.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/marquee', import.meta.url)));

const { runCommandLine } = await import('./commands/command-line.ts');
process.exitCode = await runCommandLine(argv, env);
