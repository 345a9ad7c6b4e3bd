// Must come first: schemas ask for this setting when they are made.
import './zodWithoutEval'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { connectToHost } from './connectToHost'
import { startKeepingPlace } from './keepPlace'
import { ReportsApp } from './ReportsApp'
import { followReportsWindow } from './reportsWindow'
import { stayInApp } from './stayInApp'
import { startTheme } from './theme'
import { linkWindows } from './windowLink'

// A file dropped beside a drop zone would otherwise replace the app with the file.
for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, (event) => event.preventDefault())

stayInApp()
startTheme()
const isMain = location.hash !== '#reports'
connectToHost(isMain)
linkWindows(isMain ? 'main' : 'reports')
if (isMain) {
  startKeepingPlace()
  followReportsWindow()
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')
// What is measured while it is drawn, such as lines between words, must not move when the fonts come; without them the next of the family serves.
await Promise.allSettled(['500 1em "Inter Variable"', '500 1em "JetBrains Mono Variable"'].map((font) => document.fonts.load(font)))
createRoot(root).render(isMain ? <App /> : <ReportsApp />)
