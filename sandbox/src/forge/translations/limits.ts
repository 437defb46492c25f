/** Forge: manifest reference, translations, "Translation files". */
export const translationLimits = { bytesInAll: 100 * 1024 };
