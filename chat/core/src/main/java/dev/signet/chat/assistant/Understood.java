package dev.signet.chat.assistant;

/** One thing that a user wants, and the words that said so. */
record Understood(Intent intent, Clause clause) {}
