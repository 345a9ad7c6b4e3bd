// The import rule: what each folder may import. Types count too, since a type import ties two folders together as well.
// test/architecture/importRule.test.ts shows that every rule here bites.

/** @param {...string} names npm packages @returns {string} a pattern for the files of these packages and their type packages */
const packages = (...names) => `^node_modules/(@types/)?(${names.join('|')})/`
const anyPackage = '^node_modules/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that run each other can be neither read nor tested apart. A type may point back: it is gone when the code runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'no-unknown-import',
      comment: 'An import that leads nowhere would also slip past every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?' }
    },
    {
      name: 'no-import-of-tests',
      comment: 'Nothing the app is made of depends on its tests.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|scripts)/' },
      to: { path: '^test/' }
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared runs everywhere: it imports itself and the few libraries that run everywhere too, and nothing of Node.',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        pathNot: [
          '^shared/',
          packages(
            'zod',
            '@orpc/contract',
            'temporal-polyfill',
            'temporal-spec',
            'intl-messageformat',
            '@formatjs/icu-messageformat-parser',
            '@schummar/icu-type-parser'
          )
        ]
      }
    },
    {
      name: 'contract-library-only-in-rpc',
      comment: 'Only shared/rpc knows which library carries the contract.',
      severity: 'error',
      from: { path: '^shared/(?!rpc/)' },
      to: { path: packages('@orpc/[^/]+') }
    },
    {
      name: 'time-library-only-in-domain',
      comment: 'Reckoning with dates and time zones belongs to shared/domain.',
      severity: 'error',
      from: { path: '^shared/(?!domain/)' },
      to: { path: packages('temporal-polyfill', 'temporal-spec') }
    },
    {
      name: 'core-has-no-screen',
      comment: 'The core is the app without a screen: it imports shared, Node and libraries, never Electron, a host or the renderer.',
      severity: 'error',
      from: { path: '^electron/core/' },
      to: { path: ['^electron/(?!core/)', '^renderer/', '^scripts/', packages('electron', 'zustand', 'radix-ui')] }
    },
    {
      name: 'core-folder-through-index',
      comment: "Another core folder is used through its index.ts. Ledger, storage and rpc are everyone's ground.",
      severity: 'error',
      from: { path: '^electron/core/([^/]+)/' },
      to: {
        path: '^electron/core/[^/]+/',
        pathNot: ['^electron/core/$1/', '^electron/core/(ledger|storage|rpc)/', '^electron/core/[^/]+/index\\.ts$']
      }
    },
    {
      name: 'composition-through-index',
      comment: 'What puts the core together also uses its folders through their index.ts.',
      severity: 'error',
      from: { path: '^electron/core/[^/]+\\.ts$' },
      to: { path: '^electron/core/[^/]+/', pathNot: ['^electron/core/(ledger|storage|rpc)/', '^electron/core/[^/]+/index\\.ts$'] }
    },
    {
      name: 'ffmpeg-only-in-media',
      comment: 'core/media is the one place that runs ffmpeg or reads containers, with its limits and safeguards.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: '^electron/core/media/' },
      to: { path: packages('fluent-ffmpeg', 'ffmpeg-static', '@ffmpeg-installer', '@ffprobe-installer', 'mediabunny') }
    },
    {
      name: 'core-programs-only-in-media',
      comment: 'Within the core, other programs are run by core/media alone.',
      severity: 'error',
      from: { path: '^electron/core/', pathNot: '^electron/core/media/' },
      to: { path: '^(node:)?child_process$' }
    },
    {
      name: 'database-only-in-storage',
      comment: 'core/storage is the one place that knows the database and its dialect.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: '^electron/core/storage/' },
      to: { path: packages('kysely', 'better-sqlite3') }
    },
    {
      name: 'host-through-createCore',
      comment: 'A host runs the core that createCore puts together, and knows nothing of its inside.',
      severity: 'error',
      from: { path: '^electron/hosts/' },
      to: { path: ['^electron/(main|preload)/', '^renderer/', '^scripts/', '^electron/core/(?!createCore\\.ts$)'] }
    },
    {
      name: 'host-libraries',
      comment: 'A host needs a transport and a server, nothing else.',
      severity: 'error',
      from: { path: '^electron/hosts/' },
      to: { path: anyPackage, pathNot: packages('@orpc/[^/]+', 'ws', 'sirv', 'range-parser', 'zod', 'node', 'electron') }
    },
    {
      name: 'electron-only-in-its-hosts',
      comment: 'Only what Electron itself runs may import it; of the hosts, that is the launchers.',
      severity: 'error',
      from: { path: '^electron/hosts/', pathNot: '^electron/hosts/[^/]*Launcher\\.ts$' },
      to: { path: packages('electron') }
    },
    {
      name: 'main-never-core',
      comment: 'Main and preload start and watch the core from outside; they do not reach it by any chain of imports.',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^electron/core/', reachable: true }
    },
    {
      name: 'main-stays-thin',
      comment: 'Main and preload import shared, Electron, Node and what the hosts offer.',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: ['^renderer/', '^scripts/', anyPackage], pathNot: packages('electron', '@orpc/[^/]+', 'range-parser', 'zod', 'node') }
    },
    {
      name: 'preload-is-sandboxed',
      comment: 'The sandboxed preload has electron and nothing else of Node.',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'renderer-only-shared',
      comment: 'The renderer imports itself and shared, so that it runs in any browser.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^scripts/', packages('electron')] }
    },
    {
      name: 'renderer-no-node',
      comment: 'The renderer is sandboxed and has no Node.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'features-apart',
      comment: 'Features do not import each other: what two of them need belongs to ui, stores or app.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts']
    }
  }
}
