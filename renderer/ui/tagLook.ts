import {
  Bandage,
  BriefcaseMedical,
  CircleAlert,
  Hand,
  HeartHandshake,
  Megaphone,
  MoveHorizontal,
  Shield,
  ShieldOff,
  TrendingUp,
  VideoOff,
  type LucideIcon
} from 'lucide-react'
import type { TagKind } from '#shared/model/tag'
import type { Tone } from './tone'

/** The colour and the shape of each kind of tag. */
export const tagLook: { readonly [Kind in TagKind]: { tone: Tone; icon: LucideIcon } } = {
  force: { tone: 'force', icon: Hand },
  'intervention-needed': { tone: 'need', icon: CircleAlert },
  intervention: { tone: 'step', icon: Shield },
  'failure-to-intervene': { tone: 'fail', icon: ShieldOff },
  resistance: { tone: 'context', icon: MoveHorizontal },
  warning: { tone: 'context', icon: Megaphone },
  'de-escalation': { tone: 'context', icon: HeartHandshake },
  'medical-aid': { tone: 'context', icon: BriefcaseMedical },
  injury: { tone: 'context', icon: Bandage },
  escalation: { tone: 'context', icon: TrendingUp },
  camera: { tone: 'neutral', icon: VideoOff }
}
