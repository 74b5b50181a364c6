/** Browser logins and their tokens. */
@NullMarked
package dev.signet.chat.http.browser;

import org.jspecify.annotations.NullMarked;
