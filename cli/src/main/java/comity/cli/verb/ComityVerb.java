package comity.cli.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `comity`: the trunk of the tree.
@Command(
        name = "comity",
        subcommands = {
            RequestVerb.class,
            EmergencyVerb.class,
            ExhibitVerb.class,
            InboxVerb.class,
            SealVerb.class,
            OpenVerb.class,
            VerifyVerb.class,
            ManifestVerb.class,
            BundleVerb.class,
            KeygenVerb.class,
            DirectoryVerb.class,
            LawVerb.class,
            LedgerVerb.class,
            NodeVerb.class
        })
public final class ComityVerb implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
