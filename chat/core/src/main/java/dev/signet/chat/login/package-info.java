/**
 * Who asks, proven by a verdict, what that user may do, and the browser logins behind it. Entry
 * type: {@link dev.signet.chat.login.UserContext}.
 */
@NullMarked
package dev.signet.chat.login;

import org.jspecify.annotations.NullMarked;
