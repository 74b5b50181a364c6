/**
 * What the build refuses and what it gives away, by real runs of Maven. Entry type: {@link
 * dev.signet.e2e.build.PublishedSdkTest}.
 */
@NullMarked
package dev.signet.e2e.build;

import org.jspecify.annotations.NullMarked;
