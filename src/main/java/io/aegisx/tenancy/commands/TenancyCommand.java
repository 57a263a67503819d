package io.aegisx.tenancy.commands;

import picocli.CommandLine.Command;

/** All commands. */
@Command(
    name = "tenancy",
    mixinStandardHelpOptions = true,
    description = "Without a command the service is started.",
    subcommands = {
      ProveCommand.class,
      AuditCommand.class,
      MigrateCommand.class,
      DriftCommand.class,
      AdoptCommand.class
    })
class TenancyCommand {}
