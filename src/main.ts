#!/usr/bin/env node
import { argv, env } from 'node:process';

// libuv reads this when its first thread is needed: each running DuckDB query holds one, files and zlib need more.
env['UV_THREADPOOL_SIZE'] ??= '12';

const { runCommandLine } = await import('./commands/command-line.ts');
process.exitCode = await runCommandLine(argv);
