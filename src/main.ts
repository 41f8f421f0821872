#!/usr/bin/env node
// libuv reads this when its first thread is needed: each running DuckDB query holds one, files and zlib need more.
process.env['UV_THREADPOOL_SIZE'] ??= '12';

const { runCommandLine } = await import('./commands/command-line.ts');
process.exitCode = await runCommandLine(process.argv);

export {};
