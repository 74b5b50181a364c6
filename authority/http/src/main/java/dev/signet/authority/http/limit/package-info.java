/**
 * Every bound of the authority's endpoints, and the one on bursts of strangers. Entry type: {@link
 * dev.signet.authority.http.limit.EndpointLimits}.
 */
@NullMarked
package dev.signet.authority.http.limit;

import org.jspecify.annotations.NullMarked;
