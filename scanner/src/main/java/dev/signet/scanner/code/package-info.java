/**
 * What a file says, in the few forms that all languages share: the rules see only these. Entry
 * type: {@link dev.signet.scanner.code.Block}.
 */
@NullMarked
package dev.signet.scanner.code;

import org.jspecify.annotations.NullMarked;
