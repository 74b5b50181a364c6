/**
 * The browser logins of the chat backend. Entry type: {@link
 * dev.signet.chat.websession.WebSessions}.
 */
@NullMarked
package dev.signet.chat.websession;

import org.jspecify.annotations.NullMarked;
