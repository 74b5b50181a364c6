package dev.signet.chat.assistant;

/** One thing that a user wants, and the words that said so. */
record RecognizedIntent(Intent intent, Clause clause) {}
