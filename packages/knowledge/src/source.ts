/** Languages in which the knowledge is written. */
export type KnowledgeLanguage = "nl" | "en";
export type InWords = Readonly<Record<KnowledgeLanguage, string>>;
export type ListInWords = Readonly<Record<KnowledgeLanguage, readonly string[]>>;

/** Where knowledge comes from; shown beside it, with its year. */
export type Source = { title: string; authors: string; year: number };
