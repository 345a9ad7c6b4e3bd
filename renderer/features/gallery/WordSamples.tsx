import { messagesOf } from '#shared/messages/messagesOf'
import { judgementSchema } from '#shared/model/comparison'
import { Badge } from '../../ui/Badge'
import { Chip } from '../../ui/Chip'
import { judgementLook } from '../../ui/judgementLook'
import { Kbd } from '../../ui/Kbd'
import { tones } from '../../ui/tone'
import styles from './Gallery.module.css'
import { Sample } from './Sample'

const say = messagesOf('gallery')
const nothing = () => undefined

/** Colours, sizes of type, badges, chips and keys. */
export function WordSamples() {
  return (
    <>
      <Sample name={say('colours')}>
        {tones.map((tone) => (
          <span key={tone} data-tone={tone} className={styles['tone']}>
            <i aria-hidden className={styles['swatch']} />
            {tone}
          </span>
        ))}
      </Sample>
      <Sample name={say('surfaces')}>
        {(['bg', 'panel', 'raised', 'hover', 'selected'] as const).map((surface) => (
          <span key={surface} className={styles['surface']} data-surface={surface}>
            {surface}
          </span>
        ))}
      </Sample>
      <Sample name={say('type')}>
        {(['xs', 'sm', 'md', 'lg', 'xl', '2xl'] as const).map((size) => (
          <span key={size} className={styles['type']} data-size={size}>
            {size}
          </span>
        ))}
      </Sample>
      <Sample name={say('judgements')}>
        {judgementSchema.options.map((judgement) => {
          const { icon: Icon, label, tone } = judgementLook[judgement]
          return (
            <span key={judgement} data-tone={tone} className={styles['tone']}>
              <Icon aria-hidden className={styles['icon']} />
              {label}
            </span>
          )
        })}
      </Sample>
      <Sample name={say('badges')}>
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </Sample>
      <Sample name={say('chips')}>
        <Chip>{say('plain')}</Chip>
        <Chip hasDot tone="agree">
          {say('withDot')}
        </Chip>
        <Chip onToggle={nothing}>{say('toPress')}</Chip>
        <Chip isSelected tone="focus" onToggle={nothing}>
          {say('pressed')}
        </Chip>
        <Chip disabled onToggle={nothing}>
          {say('disabled')}
        </Chip>
        <Chip onRemove={nothing}>{say('toRemove')}</Chip>
      </Sample>
      <Sample name={say('keys')}>
        <Kbd keys="f" />
        <Kbd keys="Ctrl+Shift+Z" />
        <Kbd keys="Shift+ArrowRight" />
        <Kbd keys="Space" />
      </Sample>
    </>
  )
}
