import type { ReactNode } from 'react'
import styles from './PdfPage.module.css'

/** How large a page is on paper. */
export interface SheetSize {
  widthPt: number
  heightPt: number
}

/** The paper of a page, white in every theme, `scale` CSS pixels to the point. */
export function Sheet({ size, scale, children }: { size: SheetSize; scale: number; children: ReactNode }) {
  return (
    <div
      // The colours of marks are those that can be told apart on white.
      data-theme="light"
      className={styles['sheet']}
      style={{ width: size.widthPt * scale, height: size.heightPt * scale }}
      ref={(sheet) => sheet?.style.setProperty('--total-scale-factor', String(scale))}
    >
      {children}
    </div>
  )
}
