package comity.cli.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `comity emergency`: data to avert an emergency, asked for, given or not, and looked at again.
@Command(
        name = "emergency",
        subcommands = {
            EmergencyFileVerbs.New.class,
            EmergencyFileVerbs.Lint.class,
            EmergencyFileVerbs.Save.class,
            EmergencyFileVerbs.Send.class,
            EmergencyVerbs.Listing.class,
            EmergencyVerbs.Show.class,
            EmergencyVerbs.Acknowledge.class,
            EmergencyVerbs.Accept.class,
            EmergencyVerbs.Keep.class,
            EmergencyVerbs.Decline.class,
            EmergencyVerbs.Withdraw.class,
            EmergencyVerbs.Review.class
        })
final class EmergencyVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
