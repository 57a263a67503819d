/**
 * The one door to worker threads, and the one place where start-up waits for reactive work. Uses no
 * other package.
 */
@NullMarked
package io.aegisx.tenancy.blocking;

import org.jspecify.annotations.NullMarked;
