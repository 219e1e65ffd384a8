/** The table on the programme's page, in its order. */
export const publishedHistory = [
  { country: 'BG', since: 2010, projects: 10, consulting: 5, workshops: 12 },
  { country: 'VN', since: 2011, projects: 26, consulting: 13, workshops: 18 },
  { country: 'UZ', since: 2013, projects: 14, consulting: 27, workshops: 32 },
  { country: 'ID', since: 2016, projects: 12, consulting: 21, workshops: 24 },
  { country: 'PE', since: 2017, projects: 6, consulting: 28, workshops: 19 },
  { country: 'KE', since: 2017, projects: 8, consulting: 15, workshops: 12 },
] as const;

/** Where these figures and years come from. */
export const publishedSource = 'eGCC programme page, “History of eGCC” (published figures)';
