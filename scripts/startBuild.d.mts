export function needsBuild(project: string): boolean;
export function build(project: string): boolean;
export function hasPackages(project: string): boolean;
