/**
 * What the web console needs of the service: where to sign in, and the headers of its pages. The
 * console itself is in {@code src/main/webui}. Uses {@code access.token}.
 */
@NullMarked
package io.aegisx.tenancy.console;

import org.jspecify.annotations.NullMarked;
