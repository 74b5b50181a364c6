/**
 * Files with settings, read tolerantly into entries and where they stand. A reader never fails: of
 * what it does not understand it gives as much as it can, in one pass. Texts hold one byte per
 * character, so places in them are places in the file. Entry type: {@link
 * dev.signet.scanner.setting.Settings}.
 */
@NullMarked
package dev.signet.scanner.setting;

import org.jspecify.annotations.NullMarked;
