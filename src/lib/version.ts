/** The version that the health report and the user agent name; package.json says the same. */
export const VERSION = "1.0.0";
