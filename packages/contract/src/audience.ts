/** Who reads a text: by name before saving, and through somebody else's eyes. */
export {};
