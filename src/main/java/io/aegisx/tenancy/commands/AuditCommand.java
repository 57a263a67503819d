package io.aegisx.tenancy.commands;

import picocli.CommandLine.Command;

/** Commands about the audit trail. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Checks the audit trail.",
    subcommands = AuditVerifyCommand.class)
class AuditCommand {}
