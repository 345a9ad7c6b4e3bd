#!/usr/bin/env node
// npm run --silent cli -- …: the app's command line. Standard output is its alone, so all that is said here goes to standard error.
import path from 'node:path'
import { provideBuild } from './build.mjs'
import { projectNode, projectRoot, toolEnvironment } from './projectPaths.mjs'
import { runProgram } from './runProgram.mjs'
import { provideNodeModules } from './setup.mjs'

provideNodeModules()
provideBuild()
// File names on the command line are meant as seen from the folder that npm was called in.
const cwd = process.env['INIT_CWD'] ?? process.cwd()
runProgram(projectNode(), [path.join(projectRoot, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], { cwd, env: toolEnvironment() })
