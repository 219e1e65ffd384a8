import {
  ArrowLeftRight,
  Building2,
  CalendarRange,
  FileCheck,
  FileText,
  FolderKanban,
  Gavel,
  GraduationCap,
  Handshake,
  Landmark,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  Milestone,
  Newspaper,
  PackageCheck,
  Paperclip,
  Presentation,
  Sprout,
  Target,
  TrendingUp,
  UserCheck,
  UserRound,
  UsersRound,
  Wallet,
} from 'lucide-react';

const iconByType: Readonly<Record<string, LucideIcon>> = {
  center: Landmark,
  milestone: Milestone,
  organization: Building2,
  person: UserRound,
  assignment: UserCheck,
  counterpart: Handshake,
  project: FolderKanban,
  deliverable: PackageCheck,
  consultation: MessagesSquare,
  training: GraduationCap,
  event: Presentation,
  meeting: Gavel,
  decision: ListChecks,
  plan: CalendarRange,
  planLine: Target,
  budgetEntry: Wallet,
  participation: UsersRound,
  exchange: ArrowLeftRight,
  followUp: Sprout,
  outcome: TrendingUp,
  story: Newspaper,
  evidence: Paperclip,
  report: FileCheck,
};

/** The same picture for a record type everywhere; it always stands beside words. */
export function TypeIcon({ type, size = 16 }: { readonly type: string; readonly size?: number }) {
  const Icon = iconByType[type] ?? FileText;
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" />;
}
