/** Addresses that take a whole file as their body; they count it themselves, once they know whose it is. */
export const takesFile = (path: string): boolean => /^\/(settings\/logo|invoices\/[^/]+\/files)$/.test(path);

/** Addresses that serve what was uploaded. */
export const servesFile = (path: string): boolean => /^(\/pay\/[^/]+)?\/files\/[^/]+$/.test(path);

/** Whatever an uploaded file may hold, it runs nothing and loads nothing. */
export const FILE_POLICY = "sandbox; default-src 'none'";
