/**
 * What a rule means and how its violations are cured. Entry type: {@link
 * dev.signet.scanner.remedy.Explanation}.
 */
@NullMarked
package dev.signet.scanner.remedy;

import org.jspecify.annotations.NullMarked;
