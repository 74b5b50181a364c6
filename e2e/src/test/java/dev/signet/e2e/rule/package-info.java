/**
 * The rules that the documents promise, as checks that are told what to look at. Entry type: {@link
 * dev.signet.e2e.rule.Rules}.
 */
@NullMarked
package dev.signet.e2e.rule;

import org.jspecify.annotations.NullMarked;
