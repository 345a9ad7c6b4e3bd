// Must come first: schemas ask for this setting when they are made.
import './zodWithoutEval'
import '../ui/tokens.css'
import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { connectToHost } from './connectToHost'
import { stayInApp } from './stayInApp'
import { startTheme } from './theme'

// A file dropped beside a drop zone would otherwise replace the app with the file.
for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, (event) => event.preventDefault())

stayInApp()
startTheme()
connectToHost()

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')
createRoot(root).render(<App />)
