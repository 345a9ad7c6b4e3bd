import { Plus, Search, Star } from 'lucide-react'
import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { DateTimeField } from '../../ui/DateTimeField'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextArea'
import { TextField } from '../../ui/TextField'
import { Sample } from './Sample'

const say = messagesOf('gallery')
const nothing = () => undefined

/** Buttons, menus and fields, as they are, disabled and refused. */
export function ControlSamples() {
  const [text, setText] = useState('24-118302')
  const [isChecked, setChecked] = useState(true)
  const [chosen, setChosen] = useState<'one' | 'two' | 'three'>('two')
  const options = (['one', 'two', 'three'] as const).map((value) => ({ value, label: say(value) }))
  return (
    <>
      <Sample name={say('buttons')}>
        {(['primary', 'secondary', 'quiet', 'danger'] as const).map((variant) => (
          <Button key={variant} variant={variant}>
            {variant}
          </Button>
        ))}
        <Button icon={Search} keyHint="Ctrl+K">
          {say('withKey')}
        </Button>
        <Button size="small">{say('small')}</Button>
        <Button disabled>{say('disabled')}</Button>
        <Button variant="primary" disabled>
          {say('disabled')}
        </Button>
      </Sample>
      <Sample name={say('iconButtons')}>
        <IconButton icon={Plus} label={say('plain')} />
        <IconButton icon={Plus} variant="secondary" label={say('secondary')} />
        <IconButton icon={Star} isPressed label={say('pressed')} />
        <IconButton icon={Plus} size="small" label={say('small')} />
        <IconButton icon={Plus} disabled label={say('disabled')} />
        <Menu
          trigger={<Button>{say('menu')}</Button>}
          items={[
            { label: say('one'), icon: Star, keyHint: 'Ctrl+1', onSelect: nothing },
            'separator',
            { label: say('two'), isDanger: true, onSelect: nothing },
            { label: say('disabled'), disabled: true, onSelect: nothing }
          ]}
        />
      </Sample>
      <Sample name={say('choices')}>
        <SegmentedControl label={say('choices')} value={chosen} onValueChange={setChosen} options={options} />
        <SegmentedControl label={say('small')} size="small" value={chosen} onValueChange={setChosen} options={options} />
        <SegmentedControl label={say('disabled')} disabled value={chosen} onValueChange={setChosen} options={options} />
        <Checkbox label={say('checkbox')} hint={say('hint')} isChecked={isChecked} onCheckedChange={setChecked} />
        <Checkbox label={say('disabled')} disabled isChecked={false} onCheckedChange={nothing} />
      </Sample>
      <Sample name={say('fields')}>
        <TextField label={say('textField')} hint={say('hint')} value={text} onValueChange={setText} />
        <TextField label={say('refused')} error={say('refusedWhy')} value="" onValueChange={nothing} />
        <TextField label={say('disabled')} disabled value={text} onValueChange={nothing} />
        <TextArea label={say('textArea')} value={text} onValueChange={setText} rows={2} />
        <Select label={say('select')} value={chosen} onValueChange={setChosen} options={options} />
        <DateTimeField label={say('dateTime')} value="2024-10-12T21:14:00.000Z" onValueChange={nothing} timeZone="UTC" />
      </Sample>
    </>
  )
}
