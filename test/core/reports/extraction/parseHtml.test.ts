import { describe, expect, it } from 'vitest'
import { parseHtml } from '#core/reports/extraction/parseHtml'
import { problemOf } from './problemOf'

const read = (html: string) => parseHtml(Buffer.from(html), 'a.html')

describe('parseHtml', () => {
  it.each([
    ['paragraphs and headings', '<title>T</title><body><h1>Report</h1><p>One<br>two</p><p>Three</p>', 'Report\n\nOne\ntwo\n\nThree'],
    ['letters that stand for tags as letters', '<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt;', 'He wrote <script>alert(1)</script>'],
    ['rows as lines', '<table><thead><tr><th>Officer<th>Badge</thead><tr><td>Ortiz<td><p>114</p></table>', 'Officer\tBadge\nOrtiz\t114'],
    ['lists', '<ul><li>x<li>y</ul><ol><li>one<li>two</ol>', '• x\n• y\n\n 1. one\n 2. two'],
    ['links as their words', '<p><a href="https://x.test/track">the policy</a></p>', 'the policy'],
    [
      'what is filled in',
      '<p><input type=checkbox checked>Baton <input type=radio>Taser <input value="Ortiz"> <select><option>A<option selected>B</select></p>',
      '☒ Baton ☐ Taser Ortiz B'
    ]
  ])('reads %s', (_, html, text) => {
    expect(read(html).text).toBe(text)
  })

  it('runs no script, opens nothing, and says what it leaves out', () => {
    const { text, notes } = read(
      '<p>Seen<script>globalThis.wasRun = true</script><style>p{}</style><img src="http://x.test/1" onerror="globalThis.wasRun = true" alt=x><iframe src="file:///etc/passwd"></iframe><span style="display: none">secret</span>'
    )
    expect(text).toBe('Seen')
    expect('wasRun' in globalThis).toBe(false)
    expect(notes).toEqual([
      'It shows pictures or other files, which are not opened: words in them are not read.',
      'It has words that are hidden on the page, left out of the text.'
    ])
  })

  it.each([
    ['UTF-8', Buffer.from('<meta charset=utf-8><p>José “no”')],
    ['windows-1252 by name', Buffer.from('<meta charset="windows-1252"><p>José \u0093no\u0094', 'latin1')],
    [
      'ISO 8859-1, which is windows-1252 on the web',
      Buffer.from('<meta http-equiv=x content="text/html; charset=iso-8859-1"><p>José \u0093no\u0094', 'latin1')
    ],
    ['an encoding that nobody knows', Buffer.from('<meta charset=x-none><p>José “no”')],
    ['UTF-16', Buffer.from('\uFEFF<p>José “no”', 'utf16le')]
  ])('reads %s', (_, bytes) => {
    expect(parseHtml(bytes, 'a.html').text).toBe('José “no”')
  })

  it.each([
    ['elements nested 20,000 deep', '<div>'.repeat(20_000), 'report_unreadable'],
    ['more than 60 MB', 'x'.repeat(61 * 1024 * 1024), 'report_too_large']
  ])('refuses %s', async (_, html, code) => {
    expect((await problemOf(() => read(html))).code).toBe(code)
  })
})
