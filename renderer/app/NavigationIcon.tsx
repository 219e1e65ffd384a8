import {
  ChartColumn,
  GitMerge,
  House,
  Inbox,
  ListRestart,
  ListTodo,
  type LucideIcon,
  Send,
  Settings,
  Table2,
} from 'lucide-react';
import { TypeIcon } from '../ui/TypeIcon.tsx';

const iconByPage: Readonly<Record<string, LucideIcon>> = {
  'page:home': House,
  'page:quality': ListTodo,
  'page:history': Table2,
  'page:indicators': ChartColumn,
  'page:send': Send,
  'page:receive': Inbox,
  'page:batches': ListRestart,
  'page:conflicts': GitMerge,
  'page:settings': Settings,
};

export function NavigationIcon({ icon }: { readonly icon: string }) {
  const Icon = iconByPage[icon];
  return Icon === undefined ? (
    <TypeIcon type={icon} />
  ) : (
    <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
  );
}
