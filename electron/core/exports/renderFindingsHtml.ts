import { createElement as h, Fragment, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { inLocale } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import { planColumnGroups, type Block, type ColumnGroup, type FindingsDocument, type MatrixBlock } from './findingsBlocks'

const say = messagesOf('exports')

const styles = `
body{font:15px/1.5 system-ui,sans-serif;color:#1b2129;max-width:60rem;margin:2rem auto;padding:0 1.5rem}
h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2.4rem;border-bottom:1px solid #dfe3e8;padding-bottom:.3rem}h3{font-size:1rem;margin:1.6rem 0 .4rem}
dl{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1rem;margin:.4rem 0}dt{color:#566273}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
figure{margin:.6rem 0}img{max-width:26rem;width:100%;border-radius:4px;display:block}figcaption{color:#566273;font-size:.85rem}
blockquote{margin:.6rem 0;padding:.4rem .9rem;border-left:3px solid #566273;background:#f7f8fa;white-space:pre-wrap;overflow-wrap:anywhere}blockquote footer{color:#566273;font-size:.85rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.sides section{border:1px solid #dfe3e8;border-radius:6px;padding:.6rem .9rem;overflow-wrap:anywhere}.sides h4{margin:0 0 .3rem;font-size:.85rem;color:#566273}

.matrix{overflow-x:auto;margin:.6rem 0}.matrix table{border-collapse:collapse;font-size:.85rem}.matrix th,.matrix td{border:1px solid #dfe3e8;padding:.3rem .5rem;text-align:left;vertical-align:top;min-width:7rem;max-width:16rem;overflow-wrap:anywhere}
.matrix thead th,.matrix tbody th{background:#f7f8fa}.matrix tbody th{min-width:12rem;font-weight:600}.matrix small{display:block;color:#566273;font-weight:400}
@media print{tr{break-inside:avoid}.matrix{overflow:visible}.matrix th,.matrix td{min-width:0}h3,figure,.sides{break-inside:avoid}}`

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
  const body = inLocale(language, () => h('body', null, h('main', null, ...blocks.map(renderBlock))))
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
    case 'matrix':
      return h(
        Fragment,
        null,
        h('p', null, block.note),
        ...planColumnGroups(block.accounts.length).map((group) => matrixTable(block, group))
      )
  }
}

/** One table of several accounts; the events are numbered, so that they are found again in the next. */
function matrixTable({ accounts, rows }: MatrixBlock, { from, to }: ColumnGroup): ReactNode {
  return h(
    'div',
    { className: 'matrix' },
    h(
      'table',
      null,
      h(
        'thead',
        null,
        h('tr', null, h('th', { scope: 'col' }, say('event')), ...accounts.slice(from, to).map((name) => h('th', { scope: 'col' }, name)))
      ),
      h(
        'tbody',
        null,
        ...rows.map(({ title, detail, cells }, at) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row' }, `${at + 1}. ${title}`, h('small', null, detail)),
            ...cells.slice(from, to).map(([word, ...more]) => h('td', null, word, ...more.map((line) => h('small', null, line))))
          )
        )
      )
    )
  )
}
