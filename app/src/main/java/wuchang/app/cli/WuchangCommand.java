package wuchang.app.cli;

import picocli.CommandLine.Command;

/** The root of the command line; it does nothing itself. */
@Command(
    name = "wuchang",
    description = {
      "Watches canteens and facilities: readings come in over MQTT, the 五常法 hygiene rules are"
          + " judged on them, and whoever is responsible is told what to do.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands (each has --help):%n",
    footer = {
      "",
      "Exit codes: 0 done; 1 failed; 2 wrong use or invalid input; 130 a one-shot command was"
          + " interrupted. Results go to standard output, progress and logs to standard error."
    })
final class WuchangCommand {}
