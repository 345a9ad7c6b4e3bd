/** Control words of RTF that stand for a character (RTF 1.9.1, "Special Characters"). */
export const signOfWord: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['nesttab', '\t'],
  ['nestcell', '\t'],
  ['nestrow', '\n'],
  ['line', '\n'],
  ['softline', '\n'],
  ['\n', '\n'],
  ['\r', '\n'],
  ['sect', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['endash', '–'],
  ['emdash', '—'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['~', '\u00A0'],
  ['_', '\u2011'],
  ['-', '\u00AD'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\']
])

/** Groups whose words are not on the page: tables of styles, descriptions of the file, pictures as numbers, fallbacks that repeat. */
export const unshownGroups: ReadonlySet<string> = new Set(
  (
    'atnauthor atndate atnid atnicn atnref atnparent atntime author buptim category colortbl comment company creatim datafield doccomm ' +
    'docvar falt filetbl fldtype fname ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc info keycode keywords listlevel listname ' +
    'liststylename listtable listoverridetable manager nextfile nonesttables nonshppict objalias objclass objdata objname objsect ' +
    'objtime operator password passwordhash pict pntext2 pntxta pntxtb printim private propname protstart protend revtbl revtim rsidtbl ' +
    'rxe shprslt sn sp staticval stylesheet subject sv svb tc tcn template title txe ud xe xmlnstbl'
  ).split(' ')
)

/** Groups that a reader of old may leave out (`\*`), and that have words of the page in them. */
export const shownStarredGroups: ReadonlySet<string> = new Set([
  'shpinst',
  'shptxt',
  'shpgrp',
  'nesttableprops',
  'fldinst',
  'formfield',
  'ftnalt',
  'annotation',
  'shppict',
  'dptxbxtext',
  'do'
])

export const headerGroups: ReadonlySet<string> = new Set(['header', 'headerl', 'headerr', 'headerf'])
export const footerGroups: ReadonlySet<string> = new Set(['footer', 'footerl', 'footerr', 'footerf'])
