/**
 * A small OpenID provider at {@code /dev-idp} for development and tests: discovery, keys, password
 * grant for curl, code with PKCE and a sign-in page for the console. In no package. Uses {@code
 * access}, {@code registry}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.development.issuer;

import org.jspecify.annotations.NullMarked;
