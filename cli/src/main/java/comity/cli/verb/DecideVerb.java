package comity.cli.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `comity request decide`: what the requested State says to a request.
@Command(
        name = "decide",
        subcommands = {
            DecideVerbs.Assess.class,
            DecideVerbs.AskMore.class,
            DecideVerbs.WarnOfRisk.class,
            DecideVerbs.Consult.class,
            DecideVerbs.Refuse.class,
            DecideVerbs.Order.class,
            DecideVerbs.RenewOrder.class,
            DecideVerbs.Preserved.class,
            DecideVerbs.AnswerExtension.class,
            DecideVerbs.Hold.class,
            DecideVerbs.Release.class
        })
final class DecideVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
