/**
 * What an operator does at a command line, with the same artifact and the same settings as the
 * service. Uses {@code prover}, {@code trail}, {@code blocking}.
 */
@NullMarked
package io.aegisx.tenancy.commands;

import org.jspecify.annotations.NullMarked;
