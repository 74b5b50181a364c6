/**
 * Browser logins whose tokens never leave the server. Entry type: {@link
 * dev.signet.chat.http.browser.BrowserSessions}.
 */
@NullMarked
package dev.signet.chat.http.browser;

import org.jspecify.annotations.NullMarked;
