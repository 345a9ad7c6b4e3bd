import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Block, FindingsDocument } from './findingsBlocks'

const styles = `
body{font:15px/1.5 system-ui,sans-serif;color:#1b2129;max-width:60rem;margin:2rem auto;padding:0 1.5rem}
h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2.4rem;border-bottom:1px solid #dfe3e8;padding-bottom:.3rem}h3{font-size:1rem;margin:1.6rem 0 .4rem}
dl{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1rem;margin:.4rem 0}dt{color:#566273}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
figure{margin:.6rem 0}img{max-width:26rem;width:100%;border-radius:4px;display:block}figcaption{color:#566273;font-size:.85rem}
blockquote{margin:.6rem 0;padding:.4rem .9rem;border-left:3px solid #566273;background:#f7f8fa;white-space:pre-wrap;overflow-wrap:anywhere}blockquote footer{color:#566273;font-size:.85rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.sides section{border:1px solid #dfe3e8;border-radius:6px;padding:.6rem .9rem;overflow-wrap:anywhere}.sides h4{margin:0 0 .3rem;font-size:.85rem;color:#566273}
@media print{h3,figure,.sides{break-inside:avoid}}`

/** Writes a findings summary as one HTML file that needs nothing else; every text is escaped. */
export function renderFindingsHtml({ title, language, blocks }: FindingsDocument): string {
  const head = h(
    'head',
    null,
    h('meta', { charSet: 'utf-8' }),
    // A reader's browser must not run or fetch anything either, whatever a report's text says.
    h('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:" }),
    h('title', null, title),
    h('style', { dangerouslySetInnerHTML: { __html: styles } })
  )
  const body = h('body', null, h('main', null, ...blocks.map(renderBlock)))
  return `<!doctype html>\n${renderToStaticMarkup(h('html', { lang: language }, head, body))}\n`
}

function renderBlock(block: Block): ReactNode {
  switch (block.type) {
    case 'heading':
      return h(`h${block.level}`, null, block.text)
    case 'paragraph':
      return h('p', null, block.text)
    case 'facts':
      return h('dl', null, ...block.rows.flatMap(([label, value]) => [h('dt', null, label), h('dd', null, value)]))
    case 'quote':
      return h('blockquote', null, block.text, h('footer', null, block.source))
    case 'still':
      return h(
        'figure',
        null,
        block.image === null ? null : h('img', { src: block.image, alt: block.caption }),
        h('figcaption', null, block.caption)
      )
    case 'sides':
      return h(
        'div',
        { className: 'sides' },
        ...[block.left, block.right].map(([name, text]) => h('section', null, h('h4', null, name), text))
      )
  }
}
