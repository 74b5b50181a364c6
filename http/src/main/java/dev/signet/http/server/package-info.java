/**
 * Routes on Vert.x: reads, bounds, guards, runs and answers. Entry type: {@link
 * dev.signet.http.server.HttpService}.
 */
@NullMarked
package dev.signet.http.server;

import org.jspecify.annotations.NullMarked;
