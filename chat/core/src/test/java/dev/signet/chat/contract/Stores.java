package dev.signet.chat.contract;

import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;

/** Two views of one empty store. */
public record Stores(ThreadStore threads, RunStore runs) {}
