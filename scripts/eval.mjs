#!/usr/bin/env node
// npm run --silent eval [-- --json] [words of row names…]: how right the app is, on labelled data and on made cases, beside what it aims at.
import path from 'node:path'
import { projectNode, projectRoot, toolEnvironment } from './projectPaths.mjs'
import { runProgram } from './runProgram.mjs'
import { provideNodeModules } from './setup.mjs'

provideNodeModules()
const args = [path.join(projectRoot, 'scripts', 'runEval.mjs'), ...process.argv.slice(2)]
runProgram(projectNode(), args, { cwd: projectRoot, env: toolEnvironment() })
