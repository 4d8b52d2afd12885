package comity.cli.verb;

import picocli.CommandLine.Command;

/// `comity law`: who is bound, by what, what may be asked, and what two laws say. Only `import` needs a token.
@Command(
        name = "law",
        subcommands = {
            LawVerbs.Status.class,
            LawVerbs.Basis.class,
            LawVerbs.Eligible.class,
            LawVerbs.WhatIf.class,
            OffenceVerbs.Match.class,
            OffenceVerbs.Export.class,
            ImportVerb.class,
            OffenceVerbs.Check.class,
        })
final class LawVerb {}
