const accepted = {
  footage: 'video/*,.mkv,.avi,.mov,.mp4,.m4v,.mpg,.mpeg,.ts,.mts,.wmv,.webm,.asf,.ogv',
  report: '.pdf,.docx,.rtf,.txt,.html,.htm,.eml,application/pdf,application/rtf,text/plain,text/html,message/rfc822'
}

/** Lets the person choose files with the browser's own dialog; empty when cancelled. */
export async function pickFilesInPage(kind: 'footage' | 'report'): Promise<File[]> {
  return (await pick((input) => (input.accept = accepted[kind]))) ?? []
}

/** Lets the person choose a folder with the browser's own dialog: every file in it; null when cancelled. */
export function pickFolderInPage(): Promise<File[] | null> {
  return pick((input) => (input.webkitdirectory = true))
}

function pick(prepare: (input: HTMLInputElement) => void): Promise<File[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    prepare(input)
    input.hidden = true
    input.addEventListener('change', () => {
      input.remove()
      resolve([...(input.files ?? [])])
    })
    input.addEventListener('cancel', () => {
      input.remove()
      resolve(null)
    })
    document.body.append(input)
    input.click()
  })
}
