package comity.cli.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `comity request`: asking and being asked.
@Command(
        name = "request",
        subcommands = {
            NewVerb.class,
            LintVerb.class,
            SaveVerb.class,
            SendVerb.class,
            ShowVerb.class,
            ListVerb.class,
            AskingVerbs.Answer.class,
            AskingVerbs.Choose.class,
            AskingVerbs.Extend.class,
            AskingVerbs.LinkMla.class,
            AskingVerbs.Withdraw.class,
            DecideVerbs.Ack.class,
            DecideVerbs.Take.class,
            DecideVerb.class,
            NoteVerb.class
        })
final class RequestVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
