import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'vite'
import manifest from './package.json' with { type: 'json' }

/** Entry files of every Node process the app is made of; each becomes out/main/<name>.js. */
const nodeEntries = {
  main: 'electron/main/main.ts',
  coreUtility: 'electron/hosts/coreUtility.ts',
  coreChild: 'electron/hosts/coreChild.ts',
  browserHost: 'electron/hosts/browserHost.ts',
  cli: 'electron/hosts/cli.ts',
  extractionWorker: 'electron/core/reports/extraction/extractionWorker.ts'
}

/**
 * Lays pdf.js's own data beside the renderer, under the names that pdf.js asks for: character maps and fonts that a file may name without
 * holding them, and the picture decoders as scripts, with their licences.
 */
function providePdfData(): Plugin {
  const source = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const wanted = { cmaps: /./, standard_fonts: /./, wasm: /_nowasm_fallback\.js$|^LICENSE_(PDFJS_)?(JBIG2|OPENJPEG)$/ }
  return {
    name: 'pdf-data',
    generateBundle() {
      for (const [folder, isWanted] of Object.entries(wanted)) {
        for (const name of readdirSync(path.join(source, folder)).filter((one) => isWanted.test(one))) {
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source: readFileSync(path.join(source, folder, name)) })
        }
      }
    }
  }
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // The oldest runtime a file here must parse in: the Electron that scripts/prepareElectron.mjs lays out.
      target: 'node20.18',
      // Optional packages are looked up at run time, so a missing one must not break the build.
      externalizeDeps: { include: Object.keys(manifest.optionalDependencies) },
      rolldownOptions: {
        input: nodeEntries,
        // Chunks lie beside the entries, so that import.meta.url names the same folder in all of them.
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      // The window is sandboxed: its preload may require nothing but electron, so all else is bundled in.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), providePdfData()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      // The content security policy allows neither inline scripts nor data: URLs for them.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: 'renderer/index.html',
        // One chunk, so that its setting is made before any other chunk makes a schema.
        output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|zodWithoutEval/ }] } }
      }
    }
  }
})
