package dev.signet.config.source;

/** The text of one setting, and where somebody wrote it. */
record Given(String text, Origin origin) {}
