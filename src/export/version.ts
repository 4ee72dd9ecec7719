/** The version that files say they were made with; a test holds it to that of the package. */
export const VERSION = '0.1.0';
