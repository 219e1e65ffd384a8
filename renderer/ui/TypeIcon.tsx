import {
  Building2,
  FileText,
  FolderKanban,
  GraduationCap,
  Landmark,
  type LucideIcon,
  MessagesSquare,
  Milestone,
  Presentation,
  UserCheck,
  UserRound,
} from 'lucide-react';

const iconByType: Readonly<Record<string, LucideIcon>> = {
  center: Landmark,
  milestone: Milestone,
  organization: Building2,
  person: UserRound,
  assignment: UserCheck,
  project: FolderKanban,
  consultation: MessagesSquare,
  training: GraduationCap,
  event: Presentation,
};

/** The same picture for a record type everywhere; it always stands beside words. */
export function TypeIcon({ type, size = 16 }: { readonly type: string; readonly size?: number }) {
  const Icon = iconByType[type] ?? FileText;
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" />;
}
