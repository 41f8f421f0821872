/** Databases that exports go to at most, of the setting EXPORT_URL and the older ones beside it. */
export const MOST_EXPORT_TARGETS = 20;
