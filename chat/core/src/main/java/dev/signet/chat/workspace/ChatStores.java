package dev.signet.chat.workspace;

import dev.signet.chat.login.WebSessions;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;

/**
 * All that the chat backend keeps.
 *
 * @param threads threads and messages
 * @param runs runs and events
 * @param webSessions browser logins
 */
public record ChatStores(ThreadStore threads, RunStore runs, WebSessions webSessions) {}
