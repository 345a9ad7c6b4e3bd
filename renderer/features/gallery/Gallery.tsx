import { Page } from '../../ui/Page'

/** Every part that screens are made of. */
export function Gallery() {
  return (
    <Page title="Design system" actions={null}>
      {null}
    </Page>
  )
}
