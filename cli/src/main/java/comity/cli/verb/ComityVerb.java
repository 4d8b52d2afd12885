package comity.cli.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `comity`: the trunk of the tree.
@Command(
        name = "comity",
        subcommands = {
            RequestVerb.class,
            InboxVerb.class,
            VerifyVerb.class,
            DirectoryVerb.class,
            NodeVerb.class,
            HelpCommand.class
        })
public final class ComityVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
