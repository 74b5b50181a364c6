/** The model adapter against a real server that speaks by script. */
@NullMarked
package dev.signet.chat.http.model;

import org.jspecify.annotations.NullMarked;
