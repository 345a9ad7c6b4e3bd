const accepted = {
  footage: 'video/*,.mkv,.avi,.mov,.mp4,.m4v,.mpg,.mpeg,.ts,.mts,.wmv,.webm,.asf,.ogv',
  report: '.pdf,.docx,.txt,application/pdf,text/plain'
}

/** Lets the person choose files with the browser's own dialog; empty when cancelled. */
export function pickFilesInPage(kind: 'footage' | 'report'): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = accepted[kind]
    input.hidden = true
    input.addEventListener('change', () => {
      input.remove()
      resolve([...(input.files ?? [])])
    })
    input.addEventListener('cancel', () => {
      input.remove()
      resolve([])
    })
    document.body.append(input)
    input.click()
  })
}
