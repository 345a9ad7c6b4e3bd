#!/usr/bin/env node
// npm run --silent bench -- ROOM [--json] [words of row names…]: measures a room of the app, e.g. footage, beside what it is compared with.
import path from 'node:path'
import { provideBuild } from './build.mjs'
import { projectNode, projectRoot, toolEnvironment } from './projectPaths.mjs'
import { runProgram } from './runProgram.mjs'
import { provideNodeModules } from './setup.mjs'

provideNodeModules()
provideBuild()
const args = [path.join(projectRoot, 'scripts', 'runBench.mjs'), ...process.argv.slice(2)]
runProgram(projectNode(), args, { cwd: projectRoot, env: toolEnvironment() })
