/**
 * Bad tokens of every kind that is published or that we could think of, and the good ones that
 * resemble them. Entry type: {@link dev.signet.token.forgery.Forgeries}.
 */
@NullMarked
package dev.signet.token.forgery;

import org.jspecify.annotations.NullMarked;
