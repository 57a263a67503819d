/**
 * The one door to worker threads, the one place where start-up waits for reactive work, and work
 * that nobody's leaving stops. Uses no other package.
 */
@NullMarked
package io.aegisx.tenancy.blocking;

import org.jspecify.annotations.NullMarked;
