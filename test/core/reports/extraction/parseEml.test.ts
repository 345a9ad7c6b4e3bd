import { describe, expect, it } from 'vitest'
import { parseEml } from '#core/reports/extraction/parseEml'
import { problemOf } from './problemOf'

const headers = [
  'Received: from a by b',
  'From: =?utf-8?Q?J=C3=B6rg_Brandt?= <brandt@police.test>',
  'To: Sgt. Ortiz <ortiz@police.test>, "Records" <records@police.test>',
  'Date: Tue, 3 Mar 2026 21:05:00 -0500',
  'Subject: Supplement',
  'MIME-Version: 1.0'
]
const shown =
  'From: Jörg Brandt <brandt@police.test>\nTo: Sgt. Ortiz <ortiz@police.test>, Records <records@police.test>\nDate: Tue, 3 Mar 2026 21:05:00 -0500\nSubject: Supplement'
const message = (...lines: string[]): Buffer => Buffer.from([...headers, ...lines].join('\r\n'))
const read = (...lines: string[]) => parseEml(message(...lines), 'a.eml')

describe('parseEml', () => {
  it('gives who wrote to whom, when and on what, then the message', async () => {
    const { text, notes } = await read(
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'I saw one str=',
      'ike. =E2=80=9CStop=E2=80=9D'
    )
    expect(text).toBe(`${shown}\n\nI saw one strike. “Stop”`)
    expect(notes).toEqual([])
  })

  it('reads HTML where there is no plain text, as the words that it shows', async () => {
    const { text } = await read(
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>One &lt;b&gt;<script>x</script></p><table><tr><td>a<td>b</table>'
    )
    expect(text).toBe(`${shown}\n\nOne <b>\n\na\tb`)
  })

  it('names attachments and opens none', async () => {
    const part = (type: string, ...lines: string[]): string[] => ['--b', `Content-Type: ${type}`, ...lines]
    const { text, notes } = await read(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...part('text/plain', '', 'See attached.'),
      ...part('application/pdf; name=report.pdf', 'Content-Disposition: attachment; filename="report.pdf"', '', 'x'),
      ...part('text/plain', 'Content-Disposition: attachment; filename="notes.txt"', '', 'not of the message'),
      ...part('message/rfc822', '', 'Subject: inner', '', 'inner text'),
      '--b--'
    )
    expect(text).toBe(`${shown}\n\nSee attached.`)
    expect(notes.map((note) => note.split(' is attached')[0])).toEqual(['The file “report.pdf”', 'The file “notes.txt”', 'A message'])
  })

  it.each([
    [
      'parts nested 2,000 deep',
      Array.from({ length: 2000 }, (_, depth) => [`Content-Type: multipart/mixed; boundary=b${depth}`, '', `--b${depth}`]).flat()
    ],
    ['headers of 3 MB', [`X-Long: ${'x'.repeat(3_000_000)}`, '', 'text']]
  ])('refuses %s', async (_, lines) => {
    expect((await problemOf(() => read(...lines))).code).toBe('report_unreadable')
  })
})
