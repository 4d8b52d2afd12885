package comity.cli.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `comity exhibit`: what is handed over in answer to a request, and what is done with it.
@Command(
        name = "exhibit",
        subcommands = {
            ExhibitVerbs.Listing.class,
            ExhibitVerbs.Show.class,
            ExhibitVerbs.New.class,
            UploadVerb.class,
            GiveUpVerb.class,
            ExhibitVerbs.Remove.class,
            RemainderVerbs.ListRemainders.class,
            RemainderVerbs.ShowRemainder.class,
            ExhibitVerbs.Give.class,
            ExhibitVerbs.TakeBack.class,
            ExhibitVerbs.Check.class,
            ExhibitVerbs.Open.class,
            ExhibitVerbs.Close.class,
            ExhibitVerbs.PullAgain.class,
            ExhibitVerbs.Note.class,
            ExhibitVerbs.Destroy.class
        })
final class ExhibitVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
