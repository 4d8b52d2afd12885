package comity.cli.verb;

import picocli.CommandLine.Command;

/// `comity law`: who is bound, by what, and what may be asked. Needs no token.
@Command(
        name = "law",
        subcommands = {
            LawVerbs.Status.class,
            LawVerbs.Basis.class,
            LawVerbs.Eligible.class,
            LawVerbs.WhatIf.class,
        })
final class LawVerb {}
