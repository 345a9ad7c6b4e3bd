import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const layers = ['shared', 'electron/core', 'electron', 'renderer', 'test', 'scripts']
const shownAttributes =
  '/^(label|title|placeholder|alt|heading|text|content|description|aria-label|aria-description|aria-roledescription|aria-valuetext)$/'
const rootConfigs = ['*.config.{js,ts}', '.dependency-cruiser.mjs']

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', '.cache/', 'coverage/', 'test-results/'] },
  // Rules are not switched off in the code: a rule that is wrong for this project is changed here, for all of it.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: layers.map((layer) => `${layer}/tsconfig.json`), tsconfigRootDir: import.meta.dirname }
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Electron's own classes are made by Electron and not by their constructors.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Text that comes out of files holds control characters, and finding them is on purpose.
      'no-control-regex': 'off',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number or a boolean in a text reads as one expects.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Leaving early with the result of a call that has none is short and clear.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A handler is asynchronous because its contract says so, whether or not it waits.
      '@typescript-eslint/require-await': 'off',
      // A layer that imports core does not see core's declarations of foreign modules unless they are named.
      '@typescript-eslint/triple-slash-reference': ['error', { path: 'always' }],
      // React and event emitters take handlers that return a promise; the promise's own errors are caught by no-floating-promises.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }]
    }
  },
  {
    // What comes from outside is parsed, not asserted. Tests may pretend.
    files: ['electron/**', 'renderer/**'],
    rules: { '@typescript-eslint/no-unsafe-type-assertion': 'error' }
  },
  {
    files: ['shared/**', 'electron/core/**', 'renderer/**'],
    rules: { 'no-console': 'error' }
  },
  {
    // Matchers such as expect.any() are typed any.
    files: ['test/**'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' }
  },
  {
    // What is shown stands in the message files of shared/messages, once for each language.
    files: ['renderer/**/*.tsx'],
    // What is a sample and no part of the app's own words.
    ignores: ['renderer/features/gallery/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
        ...[
          'JSXText[value=/\\p{L}{2}/u]:not([value=/^\\s*Countersign\\s*$/])',
          `JSXAttribute[name.name=${shownAttributes}] > Literal[value=/\\p{L}{2}/u]`,
          `JSXAttribute[name.name=${shownAttributes}] > JSXExpressionContainer Literal[value=/\\p{L} \\p{L}/u]`,
          'JSXExpressionContainer > ConditionalExpression > Literal[value=/\\p{L} \\p{L}/u]',
          'JSXElement > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}{2}/u]'
        ].map((selector) => ({ selector, message: 'Words that are shown stand in shared/messages.' }))
      ]
    }
  },
  { ...reactHooks.configs.flat.recommended, files: ['renderer/**'] },
  {
    // These two speak of the React compiler, which is not used here.
    files: ['renderer/**'],
    rules: { 'react-hooks/incompatible-library': 'off', 'react-hooks/preserve-manual-memoization': 'off' }
  },
  {
    // Plain JavaScript: its types come from comments, and JSON it reads has none.
    files: ['scripts/**'],
    languageOptions: { globals: { process: 'readonly', fetch: 'readonly', AbortSignal: 'readonly' } },
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off'
    }
  },
  {
    // Tools that load a file by its name want a default export, and so do declarations of foreign modules that have one.
    files: [...rootConfigs, 'scripts/tallyReporter.mjs', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' }
  },
  { files: rootConfigs, extends: [tseslint.configs.disableTypeChecked] }
)
